import fc from 'fast-check'
import { isLetter, isMark } from '#domain/profile/letters'
import { isName, normaliseName } from '#domain/profile/profile'

const point = (...codes: readonly number[]) => String.fromCodePoint(...codes)

describe('names that people have', () => {
  test.each([
    '张三',
    '欧阳某某',
    '申请人·甲',
    '㐂某', // Han, extension A
    '𠮷某', // plane 2: two UTF-16 units, one character
    '\u{30EDE}某', // plane 3 (extension G)
    '李〇',
    '某々',
    '阿依古丽·买买提',
    '巴特尔·某·某',
    'ᠪᠠᠲᠤ ᠮᠥᠩᠬᠡ',
    'ᠰᠠᠷᠠ᠎ᠠ', // with Mongolian's vowel separator
    'ᠭ᠋ᠠᠯ', // with a variation selector
    'Батмөнх',
    'Ө. Батаа',
    'ئايگۈل مۇھەممەت',
    'བཀྲ་ཤིས་',
    'ꆈꌠ',
    'ꓡꓲꓢꓴ',
    '𖼀𖼁',
    'ᥖᥭᥰ',
    '김某',
    'さくら',
    'ソウル',
    'Nguyễn Văn',
    "O'Neil",
    'O’Neil',
    'Anne-Marie',
    'José Jr.',
    'Ni',
    'e\u0301e\u0301', // é written as two characters each: still two letters once normalised
  ])('%s', (name) => {
    expect(isName(normaliseName(name))).toBe(true)
  })
})

describe('what is no name', () => {
  test.each([
    '',
    ' ',
    '·',
    '··',
    '张',
    '·张三',
    '张三·',
    '张三-',
    '张···三',
    '张3',
    '張三１',
    'ᠪᠠ᠑', // a Mongolian digit
    'ئا٣', // an Arabic digit
    'बा३', // a Devanagari digit
    'Ⅷ世某',
    '①某',
    '张三😀',
    '😀😀',
    '张三❤',
    '👨‍👩‍👧',
    '🇨🇳',
    '张三\u0000',
    'a\u0000b',
    '张\u0007三',
    '张三\u202e', // direction marks turn the rest of a line around
    '\u200f张三',
    '\u2066张三\u2069',
    '张\u200b三',
    '张\u200d三',
    '张\u00ad三',
    '\ufeff\ufeff',
    '\u3164\u3164', // Korean fillers: letters to Unicode, nothing to the eye
    '\u115f\u1160',
    '\uffa0\uffa0',
    '\u034f\u034f',
    '\u180e\u180e',
    '\u180b\u180c',
    '张\u0301·\u0301',
    '\u0301\u0301张',
    '张\ufe0f三',
    '\ud842张', // half of a character
    '张\udfb7',
    '\ue000\ue001', // private use: everyone sees another shape
    '\uffff\uffff',
    '\ufdfa\ufdfa', // one sign that is a whole sentence
    'ℂℍ',
    '张,三',
    '张、三',
    '张三。',
    '“张三”',
    '<b>张三</b>',
    'a@b',
    'a_b',
    'a/b',
    'a=b',
    '=张三',
    '＝某某',
    '某某（示例）',
    '̀·̀',
  ])('%j', (name) => {
    expect(isName(normaliseName(name))).toBe(false)
  })
})

describe('length, in characters', () => {
  test.each([
    [1, false],
    [2, true],
    [50, true],
    [51, false],
  ])('%i: %s', (length, right) => {
    expect(isName('某'.repeat(length))).toBe(right)
    expect(isName('𠮷'.repeat(length))).toBe(right)
    expect(isName(normaliseName(`  ${'某'.repeat(length)}\n`))).toBe(right)
  })

  test('what is taken away does not count', () => {
    expect(isName(normaliseName('  某  '))).toBe(false)
    expect(isName(normaliseName(`某${' '.repeat(60)}某`))).toBe(true)
  })
})

describe('normalising', () => {
  test.each([
    ['阿•甲', '阿·甲'],
    ['阿‧甲', '阿·甲'],
    ['阿・甲', '阿·甲'],
    ['阿･甲', '阿·甲'],
    ['阿∙甲', '阿·甲'],
    ['阿⋅甲', '阿·甲'],
    ['阿⸱甲', '阿·甲'],
    ['阿\u0387甲', '阿·甲'],
    ['阿·甲', '阿·甲'],
    ['　张　 三\t', '张 三'],
    ['张\u00a0三', '张 三'],
    ['ＡＺａｚ', 'AZaz'],
    ['e\u0301', 'é'],
    ['张\r\n三', '张 三'],
  ])('%j becomes %j', (text, name) => {
    expect(normaliseName(text)).toBe(name)
  })

  test('twice is once, and a name stays one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const once = normaliseName(text)
        expect(normaliseName(once)).toBe(once)
      }),
    )
  })
})

describe('the ranges of letters, against the Unicode of this machine', () => {
  const all = Array.from({ length: 0x110000 }, (_, code) => code).filter((code) => code < 0xd800 || code > 0xdfff)
  const unassigned = /^\p{Cn}$/u
  const letterOrMark = /^[\p{L}\p{M}]$/u

  test('hold nothing but letters and marks, 〇, and Mongolian’s vowel separator', () => {
    const strangers = all
      .filter((code) => isLetter(code) || isMark(code))
      .filter((code) => !letterOrMark.test(point(code)) && !unassigned.test(point(code)))
    expect(strangers.map((code) => code.toString(16))).toEqual(['180e', '3007'])
  })

  test('hold nothing that cannot be seen', () => {
    const invisible = /^\p{Default_Ignorable_Code_Point}$/u
    const hidden = all.filter((code) => isLetter(code) && invisible.test(point(code)))
    expect(hidden.map((code) => code.toString(16))).toEqual([])
  })

  test('a letter is no mark', () => {
    expect(all.filter((code) => isLetter(code) && isMark(code))).toEqual([])
  })

  const letters = all.map((code) => point(code)).filter((one) => /^\p{L}$/u.test(one))
  const none = /(?!)/

  /** Letters of a script that are left out on purpose: joined shapes, wide and narrow forms, phonetic signs, fillers. */
  const leftOut: Readonly<Record<string, RegExp>> = {
    Latin:
      /[\u00aa\u00ba\u02b0-\u02ff\u1d00-\u1dbf\u2070-\u209c\u212a-\u214e\u2183\u2184\u2c60-\u2c7f\uab30-\uab6f\ufb00-\ufb06\uff21-\uff5a\u{10780}-\u{107ff}\u{1df00}-\u{1dfff}]/u,
    Cyrillic: /[\u1c80-\u1c8f\u1d2b\u1d78\u2de0-\u2dff\ua640-\ua69f\u{1e030}-\u{1e08f}]/u,
    Arabic: /[\u06e5\u06e6\u0870-\u088f\ufbea-\ufdfb\u{10ec0}-\u{10eff}\u{1ee00}-\u{1eeff}]/u,
    Mongolian: none,
    Tibetan: /\u0f00/,
    Han: /[\u303b\u{16fe3}\u{16ff2}\u{16ff3}]/u,
    Hiragana: /[\u{1b000}-\u{1f2ff}]/u,
    Katakana: /[\uff66-\uff9d\u{1aff0}-\u{1b16f}]/u,
    Hangul: /[\u115f\u1160\u3164\uffa0-\uffdc]/,
    Bopomofo: /[\u02ea\u02eb]/,
    Yi: none,
    Lisu: /\u{11fb0}/u,
    Miao: none,
    Tai_Le: none,
    New_Tai_Lue: none,
    Tai_Tham: /\u1aa7/,
    Thai: none,
    Lao: none,
    Khmer: /[\u17d7\u17dc]/,
    Georgian: /[\u1c90-\u1cbf\u2d00-\u2d2f]/,
    Armenian: /[\u0559\u0560\u0588\ufb13-\ufb17]/,
    Hebrew: /[\ufb1d-\ufb4f]/,
    Devanagari: /[\ua8f2-\ua8ff\u{11b00}-\u{11b09}]/u,
  }

  test.each(Object.entries(leftOut))('hold every letter of %s but those left out', (script, out) => {
    const ofScript = new RegExp(`^\\p{Script=${script}}$`, 'u')
    const itsLetters = letters.filter((one) => ofScript.test(one))
    expect(itsLetters.length).toBeGreaterThan(20)
    const missing = itsLetters.filter((one) => !isLetter(one.codePointAt(0) ?? 0) && !out.test(one))
    expect(missing.map((one) => one.codePointAt(0)?.toString(16))).toEqual([])
  })

  test('any text: a yes means that every character is a letter, a mark or a separator, and the first one a letter', () => {
    const unit = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom('某', '𠮷', 'ᠠ', 'a', 'ѐ', 'ئ', 'ཀ') },
      { weight: 2, arbitrary: fc.constantFrom(' ', '·', '.', "'", '’', '-', '་', '\u180e', '\u0301') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
    )
    const nearlyNames = fc.string({ unit, maxLength: 12 })
    fc.assert(
      fc.property(nearlyNames, (text) => {
        const name = normaliseName(text)
        fc.pre(isName(name))
        expect(name).toMatch(/^(?:[\p{L}\p{M}\p{Cn}〇\u180e]|[ ·.'’་-])+$/u)
        expect(isLetter(name.codePointAt(0) ?? 0)).toBe(true)
      }),
    )
  })
})
