/**
 * The letters that names are written in: the scripts of this country, of its neighbours and of the world's living
 * languages, by code point. Ranges of our own and not `\p{L}`: Babel writes that class out as kilobytes of expression,
 * phones without it refuse the whole script, phones and server would differ by their Unicode versions, and it holds
 * letters that can't be seen (U+3164) or stand for a whole sentence (U+FDFA).
 *
 * In pairs, first and last, ascending. Code points between them that no standard has given away yet may be included.
 */
const LETTERS: readonly number[] = [
  // Latin, with its extensions, phonetic letters and the letter apostrophes
  ...[0x41, 0x5a, 0x61, 0x7a, 0xc0, 0xd6, 0xd8, 0xf6, 0xf8, 0x2af, 0x2bb, 0x2bd],
  // Greek, Cyrillic (Mongolian, Kazakh, Russian), Armenian, Hebrew
  ...[0x370, 0x373, 0x376, 0x377, 0x37b, 0x37d, 0x37f, 0x37f, 0x386, 0x386, 0x388, 0x3f5, 0x3f7, 0x481, 0x48a, 0x52f],
  ...[0x531, 0x556, 0x561, 0x587, 0x5b0, 0x5bd, 0x5d0, 0x5ea, 0x5ef, 0x5f2],
  // Arabic (Uyghur, Kazakh, Kyrgyz)
  ...[0x620, 0x65f, 0x66e, 0x6d3, 0x6d5, 0x6d5, 0x6ee, 0x6ef, 0x6fa, 0x6fc, 0x6ff, 0x6ff, 0x750, 0x77f, 0x8a0, 0x8c9],
  // Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada, Malayalam, Sinhala
  ...[0x900, 0x963, 0x971, 0x97f, 0x980, 0x9e3, 0x9f0, 0x9f1, 0xa01, 0xa5e, 0xa70, 0xa75, 0xa81, 0xae3, 0xb01, 0xb63],
  ...[0xb71, 0xb71, 0xb82, 0xbd7, 0xc00, 0xc63, 0xc80, 0xc83, 0xc85, 0xce3, 0xd00, 0xd4e, 0xd54, 0xd57, 0xd5f, 0xd63],
  ...[0xd7a, 0xd7f, 0xd81, 0xddf],
  // Thai, Lao, Tibetan, Burmese and Shan, Georgian
  ...[
    0xe01, 0xe3a, 0xe40, 0xe4e, 0xe81, 0xece, 0xedc, 0xedf, 0xf40, 0xf84, 0xf86, 0xfbc, 0x1000, 0x103f, 0x1050, 0x108f,
  ],
  ...[0x109a, 0x109d, 0x10a0, 0x10fa, 0x10fc, 0x10ff],
  // Korean letters without the two fillers (U+115F, U+1160), Ethiopic, Khmer without its invisible vowels
  ...[0x1100, 0x115e, 0x1161, 0x11ff, 0x1200, 0x135d, 0x1380, 0x138f, 0x1780, 0x17b3, 0x17b6, 0x17d3],
  // Mongolian, Todo, Sibe and Manchu
  ...[0x1820, 0x18aa],
  // Tai Le, New Tai Lue, Tai Tham; Latin with marks (Vietnamese, pinyin)
  ...[0x1950, 0x1974, 0x1980, 0x19c9, 0x1a20, 0x1a7f, 0x1e00, 0x1eff],
  // 々〆〇, kana, bopomofo, Korean compatibility letters without the filler (U+3164)
  ...[0x3005, 0x3007, 0x3041, 0x3096, 0x309d, 0x309f, 0x30a1, 0x30fa, 0x30fc, 0x30ff, 0x3105, 0x312f, 0x3131, 0x3163],
  ...[0x3165, 0x318e, 0x31a0, 0x31bf, 0x31f0, 0x31ff],
  // Han, extension A; Han; Yi; Lisu; Latin extensions; Korean
  ...[0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xa000, 0xa48c, 0xa4d0, 0xa4fd, 0xa722, 0xa788, 0xa78b, 0xa7ff],
  ...[0xa960, 0xa97c, 0xac00, 0xd7fb],
  // Han for compatibility; Arabic letters in their joined shapes, as older keyboards give them
  ...[0xf900, 0xfad9, 0xfb50, 0xfbb1, 0xfbd3, 0xfbe9, 0xfe70, 0xfefc],
  // Miao; Han, extensions B to J and those to come (planes 2 and 3 hold nothing else)
  ...[0x16f00, 0x16f4a, 0x16f4f, 0x16f87, 0x16f8f, 0x16f9f, 0x20000, 0x2fffd, 0x30000, 0x3fffd],
]

/**
 * What only changes the letter before it: combining accents (without U+034F, which is invisible), and Mongolian's
 * variation selectors and vowel separator, without which many Mongolian names can't be written.
 */
const MARKS: readonly number[] = [0x300, 0x34e, 0x350, 0x36f, 0x483, 0x487, 0x180b, 0x180f, 0x3099, 0x309a]

function within(pairs: readonly number[], code: number): boolean {
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const first = pairs[at]
    const last = pairs[at + 1]
    if (first !== undefined && last !== undefined && code >= first && code <= last) return true
  }
  return false
}

/** Whether a code point is a letter that a name can begin with. */
export function isLetter(code: number): boolean {
  return within(LETTERS, code)
}

/** Whether a code point belongs to the letter before it, and can stand only after one. */
export function isMark(code: number): boolean {
  return within(MARKS, code)
}
