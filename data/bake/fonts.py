"""Subset the page's fonts and give the text faces the signs that Debian's Noto Sans lacks.

Reads a job from standard input as JSON:
  {"faces": [{"source": TTF, "out": TTF, "characters": STRING, "donors": [TTF, ...], "line_of": TTF or absent}, ...]}
and writes, for each face, a TrueType font that holds those of the characters that the source or a donor has. A missing
minus sign is drawn from the face's own plus sign, so that figures keep the face's weight. A face set among the text of
another takes over the ascent and descent of that one, so that both are drawn at one size. Prints to standard output
{"faces": [{"out": TTF, "characters": STRING, "version": STRING, "copyright": STRING, "licence": STRING}, ...]}.
The same job gives the same bytes: no time stamp is written.
"""
import json
import sys

from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

PLUS, MINUS = 0x2B, 0x2212


def add_glyph(font, code, glyph, advance):
    name = f"graft{code:05X}"
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (advance, getattr(glyph, "xMin", 0) or 0)
    for table in font["cmap"].tables:
        if table.isUnicode() and (code <= 0xFFFF or table.format == 12):
            table.cmap[code] = name


def outline_from(donor, code):
    """The donor's outline as a glyph without components, and its advance."""
    glyphs = donor.getGlyphSet()
    name = donor.getBestCmap()[code]
    record, pen = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
    glyphs[name].draw(record)
    record.replay(pen)
    return pen.glyph(), donor["hmtx"][name][0]


def minus_from_plus(font):
    """The horizontal bar of a plus sign with straight arms, or None if the plus is drawn otherwise."""
    name = font.getBestCmap().get(PLUS)
    plus = font["glyf"][name] if name else None
    if plus is None or plus.numberOfContours != 1 or len(plus.coordinates) != 12:
        return None
    levels = sorted({y for _, y in plus.coordinates})
    if len(levels) != 4:
        return None
    left, right = min(x for x, _ in plus.coordinates), max(x for x, _ in plus.coordinates)
    pen = TTGlyphPen(None)
    pen.moveTo((left, levels[1]))
    for point in ((left, levels[2]), (right, levels[2]), (right, levels[1])):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph(), font["hmtx"][name][0]


def make_face(face, donors):
    font = TTFont(face["source"], recalcTimestamp=False)
    wanted = {ord(c) for c in face["characters"]}
    missing = sorted(wanted - set(font.getBestCmap()))
    if MINUS in missing and (bar := minus_from_plus(font)):
        add_glyph(font, MINUS, *bar)
    for code in missing:
        for path in face["donors"]:
            if code in font.getBestCmap():
                break
            donor = donors.setdefault(path, TTFont(path))
            if donor["head"].unitsPerEm == font["head"].unitsPerEm and code in donor.getBestCmap():
                add_glyph(font, code, *outline_from(donor, code))
    options = subset.Options()
    options.hinting, options.layout_features, options.glyph_names = False, [], False
    options.recalc_timestamp, options.notdef_outline = False, True
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "DSIG", "gasp", "vhea", "vmtx"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    if "line_of" in face:
        line = TTFont(face["line_of"])
        if line["head"].unitsPerEm != font["head"].unitsPerEm:
            raise ValueError(f"{face['source']} and {face['line_of']} count in other units")
        font["hhea"].ascent, font["hhea"].descent = line["hhea"].ascent, line["hhea"].descent
    have = sorted(wanted & set(font.getBestCmap()))
    font.save(face["out"])
    name = font["name"].getDebugName
    return {"out": face["out"], "characters": "".join(map(chr, have)), "version": name(5) or "",
            "copyright": name(0) or "", "licence": name(13) or ""}


def main():
    job, donors = json.load(sys.stdin), {}
    json.dump({"faces": [make_face(face, donors) for face in job["faces"]]}, sys.stdout)


if __name__ == "__main__":
    main()
