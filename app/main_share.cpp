#include "main_share.hpp"

#include <utility>

#include "export/qr_picture.hpp"
#include "platform/platform.hpp"
#include "state/url.hpp"

namespace gs {
namespace {

constexpr int kPngModule = 12;  ///< px

}  // namespace

void Share::frame(const Translator& tr) { sheet_.snippet = embed_snippet(sheet_.link, tr("share.frame_title"), sheet_.frame); }

const ShareSheet* Share::follow(const World& w, const State& s) {
  const bool opens = s.view.sharing && !open_;
  open_ = s.view.sharing;
  if (!open_) return nullptr;
  if (opens) {
    sheet_.link = page_link(platform::link_to(to_fragment(s)));
    sheet_.code = qr_of(sheet_.link);
    sheet_.runs = sheet_.code ? runs_of(*sheet_.code) : std::vector<QrRun>();
    frame(w.tr);
    sheet_.citation.clear();
  }
  if (w.results.railway.ready && (sheet_.citation.empty() || cited_ != w.results.digest)) {
    CitedTexts cited = cited_texts(w, s);
    sheet_.citation = std::move(cited.sentence);
    bibtex_ = std::move(cited.bibtex);
    cited_ = w.results.digest;
  }
  return &sheet_;
}

void Share::carry_out(Effects& effects, const Effects::Context& c) {
  const ShareWish wanted = std::exchange(wish, {});
  if (wanted.frame) {
    sheet_.frame = *wanted.frame;
    frame(c.world.tr);
    platform::wake();
  }
  carry_out(wanted.deed, effects, c);
}

void Share::carry_out(ShareDeed deed, Effects& effects, const Effects::Context& c) {
  const auto copy = [&](const std::string& text, const char* said) {
    platform::copy_text(text);
    effects.say(c.world.tr(said), false);
  };
  switch (deed) {
    case ShareDeed::none: break;
    case ShareDeed::copy_link: copy(sheet_.link, "copy.link_done"); break;
    case ShareDeed::copy_snippet: copy(sheet_.snippet, "share.embed_done"); break;
    case ShareDeed::copy_citation: copy(sheet_.citation, "copy.citation_done"); break;
    case ShareDeed::copy_bibtex: copy(bibtex_, "share.bibtex_done"); break;
    case ShareDeed::save_svg: effects.save(c, "green-silk-road-qr.svg", qr_svg(*sheet_.code)); break;
    case ShareDeed::save_png: {
      const auto png = qr_png(*sheet_.code, kPngModule);
      if (png) effects.save(c, "green-silk-road-qr.png", *png);
      else effects.say(png.error().text(), true);
    }
  }
}

}  // namespace gs
