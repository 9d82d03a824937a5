import { decideAnnouncement, hasLink, hasPhone } from '#domain/events/announcement'
import { at, before, Desk, TERMS } from './samples'

const WORD = '请带身份证，13:45 在门口集合。'
const code = (desk: Desk, text = WORD) => {
  const decision = decideAnnouncement(text, 'said', desk.event, desk.now)
  return decision.ok ? decision.value.act : decision.refusal.code
}

describe('a word to all', () => {
  test('one a day in China', () => {
    const desk = new Desk().at(at('2026-06-09', '00:00')).host({ act: 'announced', words: 'said' })
    expect(code(desk.at(before(at('2026-06-10'))))).toBe('announced-today')
    expect(decideAnnouncement(WORD, 'said', desk.event, desk.now)).toEqual({
      ok: false,
      refusal: { code: 'announced-today', facts: { on: '2026-06-09' } },
    })
    expect(code(desk.at(at('2026-06-10')))).toBe('announced')
  })

  test('while it is published, until its end', () => {
    expect(code(new Desk().at(TERMS.start))).toBe('announced')
    expect(code(new Desk().at(before(TERMS.end)))).toBe('announced')
    expect(code(new Desk().at(TERMS.end))).toBe('event-over')
    expect(code(new Desk().host({ act: 'unpublished' }))).toBe('event-not-published')
    expect(code(new Desk().host({ act: 'cancelled' }))).toBe('event-cancelled')
  })

  test('says something, without links and phone numbers', () => {
    expect(code(new Desk(), ' \n')).toBe('announcement-empty')
    expect(code(new Desk(), '详见 https://example.com')).toBe('announcement-has-link')
    expect(code(new Desk(), '有事打 13800001234')).toBe('announcement-has-phone')
  })
})

describe('links', () => {
  test.each([
    'https://a.b/c',
    'HTTP://A.B',
    'weixin://dl/chat',
    'www.example',
    'example.com',
    'Example.CN/x',
    '去 example . com 看',
    'ｅｘａｍｐｌｅ．ｃｏｍ',
    'example。com',
    'exam\u200bple.c\u200bom',
    '发到 someone@example.org',
  ])('%j is one', (text) => {
    expect(hasLink(text)).toBe(true)
  })

  test.each([
    WORD,
    '3.5 公里，约 1.5 小时',
    '6.10 下午 2.30 开始',
    '版本 v2.0.com1',
    'A座。不要迟到',
    'PPT. Welcome',
    'a.component',
    '1:30',
  ])('%j is none', (text) => {
    expect(hasLink(text)).toBe(false)
  })
})

describe('phone numbers', () => {
  test.each([
    '13800001234',
    '电话：138 0000 1234。',
    '138-0000-1234',
    '+86 13800001234',
    '1 3 8 0 0 0 0 1 2 3 4',
    '１３８００００１２３４',
    '①③⑧00001234',
    '一三八〇〇〇〇一二三四',
    '幺三八零零零零幺二三四',
    '138\u200b0000\u200b1234',
    '0471-6280000',
    '(0471) 628 0000',
    '010-12345678',
    '400-123-4567',
    '8001234567',
    '6280000',
    '62800001',
    '13800001234 或 13900001234',
    '13800001234-2',
    'QQ 123456789',
  ])('%j is one', (text) => {
    expect(hasPhone(text)).toBe(true)
  })

  test.each([
    WORD,
    '6 月 10 日 14:00-16:00',
    '2026-06-10 14:00',
    '20260610',
    '2026.6.10 14.00-16.00',
    '二〇二六年六月十日',
    '9:30-11:30，13:30-15:30',
    '一共 138 人，0471 班',
    '第 100 到 200 号',
    '房间 301、302、303',
    '请带 2 支笔，1 个本，3 张纸',
    '123456',
  ])('%j is none', (text) => {
    expect(hasPhone(text)).toBe(false)
  })
})
