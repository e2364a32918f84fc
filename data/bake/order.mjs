// The order in which a language's readers look names up (CLDR's, through Node's Intl: by pinyin, ё beside е), as its
// letters in a row: the program has no collation of its own.

const range = (first, last) => Array.from({length: last - first + 1}, (_, i) => String.fromCodePoint(first + i)).join('');
const LATIN_AND_CYRILLIC = range(0x21, 0x7e) + range(0xa1, 0x17f) + range(0x400, 0x45f);
const ARABIC = range(0x621, 0x63a) + range(0x641, 0x64a);
// Higher than any letter: one that stands for two ("آ" for "اا") is compared with what follows it.
const LAST = '\uffff';

/// Letters of `texts` and of the usual scripts in order, those that only differ in case or accent side by side, a space
/// between others. A letter has one place whatever its reading. Left out: spaces, which come first, what is not compared at
/// all, and braces, which mark places in a text.
export function letters_in_order(language, texts) {
  const exact = new Intl.Collator(language), rough = new Intl.Collator(language, {sensitivity: 'base'});
  const usual = LATIN_AND_CYRILLIC + (language === 'ar' ? ARABIC : '');
  const letters = [...new Set([...usual, ...texts.join('')])]
    .filter(c => !/[{}]/.test(c) && rough.compare(c, '') !== 0 && rough.compare(c, ' ') !== 0)
    .sort((a, b) => exact.compare(a + LAST, b + LAST) || a.codePointAt(0) - b.codePointAt(0));
  return letters.map((c, i) => (i && rough.compare(letters[i - 1] + LAST, c + LAST) !== 0 ? ' ' : '') + c).join('');
}
