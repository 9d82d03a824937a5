import fc from 'fast-check'
import { CHECK_IN_RULE_IDS } from '#domain/checkin/rules'
import { checkPack, RULE_IDS } from '#domain/policy/check'
import { cite, valueOf, type PolicyPack, type RuleId } from '#domain/policy/policy'
import { canonicalJson, versionOf } from '#domain/policy/version'
import { DISTRICTS, policyOf, rawPack, sha256Hex, type District } from '../packs'
import { APPLICATION_RULES, CHECK_IN_RULES, EVENT_RULES, OWN_RULES, REQUIREMENT_RULES } from './rules'

type Spoilt = Record<string, unknown> & {
  sources: Record<string, Record<string, unknown>>
  rules: Record<string, Record<string, unknown>>
}

/** The problems of a pack after something was done to it. */
function problemsAfter(spoil: (pack: Spoilt) => void, district: District = 'saihan') {
  const pack = rawPack(district) as Spoilt
  spoil(pack)
  return checkPack(pack)
}

function rule(pack: Spoilt, id: string): Record<string, unknown> {
  const found = pack.rules[id]
  if (!found) throw new Error(`no rule ${id}`)
  return found
}

describe.each(DISTRICTS)('the pack of %s', (district) => {
  test('passes', () => {
    expect(checkPack(rawPack(district))).toEqual([])
  })

  test('is that of its folder', () => {
    expect(rawPack(district)).toMatchObject({ district })
  })
})

test('the code knows every rule of the League’s that this software decides by', () => {
  expect(RULE_IDS).toEqual(
    expect.arrayContaining([
      ...REQUIREMENT_RULES,
      ...APPLICATION_RULES,
      ...OWN_RULES,
      ...EVENT_RULES,
      ...CHECK_IN_RULES,
    ]),
  )
  expect(CHECK_IN_RULES).toEqual(CHECK_IN_RULE_IDS)
  expect(new Set(RULE_IDS).size).toBe(RULE_IDS.length)
})

describe('the first district’s numbers', () => {
  const saihan = policyOf('saihan')

  test.each([
    ['civics', { requiredOf: ['pupil', 'student'], scale: ['优', '良', '中', '及格', '不及格'], good: ['优', '良'] }],
    ['class-hours', { tenths: 80 }],
    ['class-hours.window', 'from-activist'],
    ['class-hours.mode', 'in-person'],
    ['class-hours.minutes', 45],
    ['class-hours.entry-max', 80],
    ['volunteer-hours', { minutes: 1200, gate: 'hard' }],
    ['volunteer-hours.entry-max', 480],
    ['volunteer.year', 'calendar-or-previous'],
    ['volunteer.registered', false],
    ['admission.ways', ['nomination', 'points', 'review']],
    ['season.per-venue', 1],
    ['season', { name: '读书季', from: '2026-11-01', to: '2027-01-31', kinds: ['reading', 'league-class'] }],
    ['event.offer-within', { minutes: 720 }],
    ['event.offer-end', { beforeStart: 60, least: 30 }],
    ['event.cancel-free', { minutes: 1440 }],
    ['event.travel', { minutes: 30 }],
    ['event.reminders', { minutes: [1440, 120] }],
    ['check-in.window', { before: 60, after: 120 }],
    ['check-in.keys', { before: 720, after: 1440 }],
    ['check-in.late-max', { hours: 48 }],
    ['check-in.typed-tries', 10],
    ['check-in.share', { percent: 60 }],
    ['check-in.rounding', { minutes: 1 }],
    ['volunteer.guardian-below', 18],
    ['study.rate', 60],
    ['liaison.assignment', { minimum: 2, maximum: 4 }],
    ['application.age-min', 14],
    ['application.age-max', 28],
    ['age.birthday-counts', true],
    ['affiliation.within', { days: 7 }],
    ['talk.within', { months: 1 }],
    ['activist.within', { days: 30 }],
    ['mentors.count', { minimum: 1, maximum: 2 }],
    ['training.months', 3],
    ['notice.steps', ['noticed']],
    ['notice.days', 5],
    ['introducers.count', 2],
    ['vote.base', 'entitled'],
    ['vote.absent', 'not-counted'],
    ['archive.within', { days: 30 }],
    ['branch.min-members', 3],
    ['branch.committee-from', 7],
    ['keeping.newcomer', 7],
    ['keeping.session', 30],
    ['keeping.request', 30],
  ] as const satisfies readonly (readonly [RuleId, unknown])[])('%s is %j', (id, value) => {
    expect(valueOf(saihan, id)).toEqual(value)
  })

  test.each([
    ['class-hours', 'Q', '细则'],
    ['application.age-min', 'Q', '团章'],
    ['training.months', 'Q', '细则'],
    // a rule of this district: from its own report, from practice, from nowhere
    ['volunteer-hours', 'Q', null],
    ['civics', 'Q', null],
    ['class-hours.window', 'P', null],
    ['class-hours.mode', 'P', null],
    ['volunteer.registered', 'L', null],
    ['admission.ways', 'Q', null],
    ['talk.within', 'Q', '细则'],
    ['mentors.count', 'Q', '细则'],
    ['branch.min-members', 'Q', '团章'],
    ['volunteer.year', 'X', null],
    ['season', 'X', null],
    ['event.offer-within', 'X', null],
    ['volunteer.guardian-below', 'Q', '注册志愿者管理办法'],
    ['affiliation.within', 'X', null],
    ['activist.within', 'X', null],
    ['volunteer-hours.entry-max', 'X', null],
    ['age.birthday-counts', 'X', null],
    ['vote.absent', 'X', null],
    ...CHECK_IN_RULES.map((id) => [id, 'X', null] as const),
  ] as const satisfies readonly (readonly [RuleId, string, string | null])[])(
    '%s is %s and shows %s',
    (id, certainty, source) => {
      const citation = cite(saihan, id)
      expect(citation).toMatchObject({ rule: id, certainty })
      expect(citation.source?.short ?? null).toBe(source)
    },
  )

  test('nobody of the district has confirmed it yet, and it says so', () => {
    expect(saihan.confirmedOn).toBeNull()
  })
})

describe.each(DISTRICTS)('what the pack of %s cites', (district) => {
  const policy = policyOf(district)

  test('never a text that is not national, never for a rule that is not Q', () => {
    const national = Object.values(policy.sources).filter((source) => source.kind === 'national')
    for (const id of RULE_IDS) {
      const { source, certainty, note } = cite(policy, id)
      expect(note).toBe(policy.rules[id].note)
      if (source) {
        expect(certainty).toBe('Q')
        expect(national.map((one) => one.title)).toContain(source.title)
      }
    }
  })
})

test.each(['P', 'L', 'X'] as const)(
  'a rule that is only %s shows no text, even if it names a national one',
  (certainty) => {
    const policy = policyOf('saihan')
    const rules = { ...policy.rules, 'class-hours': { ...policy.rules['class-hours'], certainty } }
    expect(cite({ ...policy, rules }, 'class-hours')).toMatchObject({ certainty, source: null })
  },
)

describe('a broken pack says where', () => {
  test.each([null, undefined, 1, 'pack', [], true])('%j is no pack', (pack) => {
    expect(checkPack(pack)).toEqual([{ path: [], expected: 'an object' }])
  })

  test.each(RULE_IDS)('without the rule %s', (id) => {
    const problems = problemsAfter((pack) => {
      Reflect.deleteProperty(pack.rules, id)
    })
    expect(problems).toEqual([{ path: ['rules'], expected: `an object with the rule "${id}"` }])
  })

  test.each(RULE_IDS)('with values of the wrong type for %s', (id) => {
    for (const value of [null, 'nonsense', -1, 1.5, [], [[]], { nonsense: 1 }, undefined]) {
      const problems = problemsAfter((pack) => (rule(pack, id).value = value))
      // an empty list is right for two rules
      const fine = JSON.stringify(value) === '[]' && (id === 'notice.steps' || id === 'text.words')
      expect(problems.map((problem) => problem.path)).toEqual(fine ? [] : [['rules', id, 'value']])
    }
  })

  test.each<[string, (pack: Spoilt) => void, readonly string[]]>([
    ['a district’s name that can’t be a schema', (pack) => (pack.district = 'Sai Han'), ['district']],
    ['a district’s name of one letter', (pack) => (pack.district = 's'), ['district']],
    ['a district’s name too long', (pack) => (pack.district = 's'.repeat(32)), ['district']],
    ['no name', (pack) => (pack.name = ' '), ['name']],
    ['no edition', (pack) => delete pack.edition, ['edition']],
    ['a day that doesn’t exist', (pack) => (pack.confirmedOn = '2026-02-30'), ['confirmedOn']],
    ['no word on who confirmed', (pack) => delete pack.confirmedOn, ['confirmedOn']],
    ['an unknown key', (pack) => (pack.surprise = 1), ['surprise']],
    ['an unknown key that every object has', (pack) => (pack.constructor = {} as never), ['constructor']],
    ['rules that are a list', (pack) => (pack.rules = [] as never), ['rules']],
    ['an unknown rule', (pack) => (pack.rules['class-hour'] = {}), ['rules', 'class-hour']],
    ['an unknown rule that every object has', (pack) => (pack.rules.toString = {} as never), ['rules', 'toString']],
    ['a rule that is none', (pack) => (pack.rules.civics = [] as never), ['rules', 'civics']],
    ['an unknown key of a rule', (pack) => (rule(pack, 'civics').why = ''), ['rules', 'civics', 'why']],
    [
      'an unknown key of a value',
      (pack) => (rule(pack, 'class-hours').value = { tenths: 80, hours: 8 }),
      ['rules', 'class-hours', 'value'],
    ],
    [
      'an unknown key of a value that every object has',
      (pack) => (rule(pack, 'class-hours').value = { tenths: 80, valueOf: 8 }),
      ['rules', 'class-hours', 'value'],
    ],
    ['an unknown source', (pack) => (rule(pack, 'civics').sources = ['rumour']), ['rules', 'civics', 'sources']],
    [
      'a source named twice',
      (pack) => (rule(pack, 'civics').sources = ['report', 'report']),
      ['rules', 'civics', 'sources'],
    ],
    ['a source that is none', (pack) => (pack.sources.xize = { title: '细则' }), ['sources', 'xize']],
    ['a kind of source unheard of', (pack) => ((pack.sources.xize ?? {}).kind = 'gossip'), ['sources', 'xize']],
    ['a Q without source', (pack) => (rule(pack, 'civics').sources = []), ['rules', 'civics', 'sources']],
    ['a P without source', (pack) => (rule(pack, 'vote.base').sources = []), ['rules', 'vote.base', 'sources']],
    [
      'an L without source',
      (pack) => (rule(pack, 'volunteer.registered').sources = []),
      ['rules', 'volunteer.registered', 'sources'],
    ],
    ['a certainty unheard of', (pack) => (rule(pack, 'civics').certainty = 'q'), ['rules', 'civics', 'certainty']],
    ['no certainty', (pack) => delete rule(pack, 'civics').certainty, ['rules', 'civics', 'certainty']],
    ['an empty note', (pack) => (rule(pack, 'civics').note = ''), ['rules', 'civics', 'note']],
    [
      'a way of admission unheard of',
      (pack) => (rule(pack, 'admission.ways').value = ['luck']),
      ['rules', 'admission.ways', 'value'],
    ],
    ['no way of admission', (pack) => (rule(pack, 'admission.ways').value = []), ['rules', 'admission.ways', 'value']],
    [
      'a scale of grades that is empty',
      (pack) => (rule(pack, 'civics').value = { requiredOf: [], scale: [], good: ['优'] }),
      ['rules', 'civics', 'value'],
    ],
    [
      'no grade that is good',
      (pack) => (rule(pack, 'civics').value = { requiredOf: [], scale: ['优'], good: [] }),
      ['rules', 'civics', 'value'],
    ],
    [
      'a good grade that is not of the scale',
      (pack) => (rule(pack, 'civics').value = { requiredOf: ['pupil'], scale: ['A', 'B'], good: ['A', '优'] }),
      ['rules', 'civics', 'value'],
    ],
    [
      'a grade twice',
      (pack) => (rule(pack, 'civics').value = { requiredOf: [], scale: ['优', '优'], good: ['优'] }),
      ['rules', 'civics', 'value'],
    ],
    [
      'a grade asked of who has no such course',
      (pack) => (rule(pack, 'civics').value = { requiredOf: ['employed'], scale: ['优'], good: ['优'] }),
      ['rules', 'civics', 'value'],
    ],
    [
      'a civics rule of an older shape, without a scale',
      (pack) => (rule(pack, 'civics').value = { requiredOf: ['pupil'], good: ['优'] }),
      ['rules', 'civics', 'value'],
    ],
    [
      'a registration that nothing records',
      (pack) => (rule(pack, 'volunteer.registered').value = true),
      ['rules', 'volunteer.registered', 'value'],
    ],
    [
      'volunteer hours of none at a time',
      (pack) => (rule(pack, 'volunteer-hours.entry-max').value = 0),
      ['rules', 'volunteer-hours.entry-max', 'value'],
    ],
    [
      'volunteer hours of more than a day at a time',
      (pack) => (rule(pack, 'volunteer-hours.entry-max').value = 1441),
      ['rules', 'volunteer-hours.entry-max', 'value'],
    ],
    [
      'an answer to a claim in no days',
      (pack) => (rule(pack, 'affiliation.within').value = { days: 0 }),
      ['rules', 'affiliation.within', 'value'],
    ],
    [
      'an answer to a nomination in months',
      (pack) => (rule(pack, 'activist.within').value = { months: 1 }),
      ['rules', 'activist.within', 'value'],
    ],
    [
      'an answer to a nomination in half a day',
      (pack) => (rule(pack, 'activist.within').value = { days: 0.5 }),
      ['rules', 'activist.within', 'value'],
    ],
    [
      'fewer at most than at least',
      (pack) => (rule(pack, 'mentors.count').value = { minimum: 3, maximum: 2 }),
      ['rules', 'mentors.count', 'value'],
    ],
    [
      'an age to apply above the last one',
      (pack) => (rule(pack, 'application.age-min').value = 29),
      ['rules', 'application.age-max', 'value'],
    ],
    [
      'an account under 14: a guardian’s consent would be needed',
      (pack) => (rule(pack, 'account.age-min').value = 13),
      ['rules', 'account.age-min', 'value'],
    ],
    [
      'an account later than the application',
      (pack) => (rule(pack, 'account.age-min').value = 15),
      ['rules', 'account.age-min', 'value'],
    ],
  ])('%s', (_, spoil, path) => {
    const problems = problemsAfter(spoil)
    expect(problems.map((problem) => problem.path)).toEqual([path])
    expect(problems[0]?.expected).toMatch(/\S/)
  })

  test.each<[RuleId, readonly unknown[], readonly unknown[]]>([
    [
      'check-in.window',
      [
        { before: 0, after: 0 },
        { before: 1440, after: 2880 },
      ],
      [{ before: 1441, after: 0 }, { before: 0, after: 2881 }, { before: -1, after: 0 }, { before: 60 }, 60],
    ],
    [
      'check-in.keys',
      [
        { before: 0, after: 0 },
        { before: 2880, after: 2880 },
      ],
      [{ before: 2881, after: 0 }, { before: 0, after: 2881 }, { after: 1440 }],
    ],
    ['check-in.late-max', [{ hours: 1 }, { hours: 720 }], [{ hours: 0 }, { hours: 721 }, { hours: 1.5 }, 48]],
    ['check-in.typed-tries', [1, 1000], [0, 1001, '10']],
    ['check-in.share', [{ percent: 0 }, { percent: 100 }], [{ percent: -1 }, { percent: 101 }, 60]],
    ['check-in.rounding', [{ minutes: 1 }, { minutes: 240 }], [{ minutes: 0 }, { minutes: 241 }, { hours: 1 }]],
  ])('the limits of %s, both sides', (id, right, wrong) => {
    const paths = (value: unknown) => problemsAfter((pack) => (rule(pack, id).value = value)).map(({ path }) => path)
    for (const value of right) expect([value, paths(value)]).toEqual([value, []])
    for (const value of wrong) expect([value, paths(value)]).toEqual([value, [['rules', id, 'value']]])
  })

  test('sources that are none at all spoil every rule that names one', () => {
    const paths = problemsAfter((pack) => (pack.sources = [] as never)).map((problem) => problem.path.join('/'))
    expect(paths).toContain('sources')
    expect(paths).toContain('rules/civics/sources')
  })

  test('every fault is told, not only the first', () => {
    const problems = problemsAfter((pack) => {
      pack.name = ''
      rule(pack, 'civics').certainty = 'Z'
      rule(pack, 'vote.base').value = 0
    })
    expect(problems.map((problem) => problem.path.join('/'))).toEqual([
      'name',
      'rules/civics/certainty',
      'rules/vote.base/value',
    ])
  })

  test.each<[string, (pack: Spoilt) => void]>([
    ['an X without source', (pack) => (rule(pack, 'vote.absent').sources = [])],
    ['an X with one', (pack) => (rule(pack, 'vote.absent').sources = ['practice'])],
    [
      'equal ages',
      (pack) => ((rule(pack, 'application.age-min').value = 28), (rule(pack, 'application.age-max').value = 28)),
    ],
    ['one age for account and application', (pack) => (rule(pack, 'application.age-min').value = 14)],
    ['a day of confirmation', (pack) => (pack.confirmedOn = '2026-02-28')],
    [
      'civics asked of nobody',
      (pack) => (rule(pack, 'civics').value = { requiredOf: [], scale: ['A', 'B'], good: ['A'] }),
    ],
    [
      'a scale that is good all through',
      (pack) => (rule(pack, 'civics').value = { requiredOf: ['student'], scale: ['通过'], good: ['通过'] }),
    ],
    ['no months of training', (pack) => (rule(pack, 'training.months').value = 0)],
    ['a whole day of service', (pack) => (rule(pack, 'volunteer-hours.entry-max').value = 1440)],
    ['an answer within a day', (pack) => (rule(pack, 'affiliation.within').value = { days: 1 })],
    ['exactly as many', (pack) => (rule(pack, 'mentors.count').value = { minimum: 2, maximum: 2 })],
  ])('%s is right', (_, change) => {
    expect(problemsAfter(change)).toEqual([])
  })

  test('whatever JSON comes, it answers and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(checkPack(json).length).toBeGreaterThan(0)
      }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...RULE_IDS), fc.jsonValue(), (id, json) => {
        for (const { path } of problemsAfter((pack) => (pack.rules[id] = json as never))) expect(path[0]).toBe('rules')
      }),
    )
  })
})

describe('the version of a pack', () => {
  const pack = () => rawPack('saihan') as PolicyPack
  const version = (of: PolicyPack) => versionOf(of, sha256Hex)

  /** The same content, every object's keys in the order that `flip` says. */
  function reordered(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(reordered)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, member]) => [key, reordered(member)]),
    )
  }

  test('is twelve hex digits', () => {
    expect(version(pack())).toMatch(/^[0-9a-f]{12}$/)
  })

  test('is the same for the same content in another order of keys and with other white space', () => {
    const other = reordered(pack()) as PolicyPack
    expect(Object.keys(other)).not.toEqual(Object.keys(pack()))
    expect(version(other)).toBe(version(pack()))
    expect(version(JSON.parse(JSON.stringify(pack(), null, 7)) as PolicyPack)).toBe(version(pack()))
  })

  test.each(RULE_IDS)('changes with %s', (id) => {
    for (const part of ['value', 'certainty', 'note', 'sources'] as const) {
      const other = rawPack('saihan') as Spoilt
      rule(other, id)[part] = ['another']
      expect(version(other as unknown as PolicyPack)).not.toBe(version(pack()))
    }
  })

  test('changes with the order of a list, which can carry meaning', () => {
    const other = rawPack('saihan') as Spoilt
    rule(other, 'admission.ways').value = ['points', 'nomination', 'review']
    expect(version(other as unknown as PolicyPack)).not.toBe(version(pack()))
  })

  test('differs between districts', () => {
    expect(policyOf('saihan').version).not.toBe(policyOf('moxian').version)
  })

  test('canonical JSON is JSON, whatever the content', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(JSON.parse(canonicalJson(json))).toEqual(JSON.parse(JSON.stringify(json)))
        expect(canonicalJson(reordered(json))).toBe(canonicalJson(json))
      }),
    )
  })
})
