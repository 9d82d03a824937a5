import writeExcelFile, { type Row, type SheetData } from 'write-excel-file/node'
import type { Mark } from '#domain/checkin/attendance'
import type { NoCredit } from '#domain/checkin/credit'
import { creditDay } from '#domain/checkin/crediting'
import type { SheetReply } from '#contract/event'
import type { AttendanceRow } from '#contract/check-in'
import { timeOfDay, type Instant } from '#domain/time'
import type { SignedIn } from '../../context'
import { notFound } from '../../problem'
import { selectEvents } from '../events/cards'
import { XLSX } from '../events/season'
import { everybodyOf, rowsOf } from './attendance'
import { authoriseTeam } from './authorise'
import { loadSheet } from './sheet-of'

const ROLES: Readonly<Record<AttendanceRow['role'], string>> = { attendee: '参加者', volunteer: '志愿者' }
const WAYS: Readonly<Record<Mark['way'], string>> = {
  scan: '扫码',
  typed: '数字码',
  own: '会员码',
  roll: '点名',
  'walk-in': '现场登记',
  sheet: '纸质签到',
  set: '负责人登记',
}
const REASONS: Readonly<Record<NoCredit, string>> = {
  struck: '已划去',
  weak: '待负责人确认',
  'no-check-in': '没有签到',
  'no-check-out': '没有签退',
  share: '在场时间不够',
  'gives-nothing': '本场不计',
  'day-full': '当天已记满',
  'before-age': '未到 14 周岁当月',
  'profile-missing': '资料未填',
  'after-close': '收尾后才上传',
  'own-row': '待另一位负责人收尾',
  corrected: '团支部已更正',
}
const HEAD = ['姓名', '身份', '报名', '签到', '签退', '方式', '计入', '说明']

/** The sign-in sheet of an event as a spreadsheet, a line a person. Logged as a look at each of them. */
export async function attendanceSheet(context: SignedIn, id: string): Promise<SheetReply> {
  const authority = await authoriseTeam(context, 'GET /v1/events/:event/attendance/sheet', id)
  const { db } = context.district
  const row = await selectEvents(db).where('e.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const loaded = await loadSheet(db, row)
  const people = await rowsOf(context, authority, loaded, everybodyOf(loaded))
  const data: SheetData = [HEAD.map((value) => ({ value, fontWeight: 'bold' as const })), ...people.map(lineOf)]
  const buffer = await writeExcelFile(data, { columns: HEAD.map(() => ({ width: 14 })) }).toBuffer()
  const name = `签到表 ${creditDay(loaded.event)} ${row.words_body.title ?? ''}`.trim().replace(/[\\/:*?"<>|]/g, ' ')
  return { name: `${name}.xlsx`, type: XLSX, base64: buffer.toString('base64') }
}

function lineOf(one: AttendanceRow): Row {
  const { credit } = one
  const time = (at: number | null) => (at === null ? '' : timeOfDay(at as Instant))
  const how = [...new Set([one.inWay, one.outWay])].flatMap((way) => (way === null ? [] : [WAYS[way]]))
  const given = [
    ...(credit.minutes === null ? [] : [`${credit.minutes} 分钟`]),
    ...(credit.tenths === null ? [] : [`${credit.tenths / 10} 学时`]),
  ]
  return [
    // Who hasn't said their name is known by two digits; who was erased by nothing.
    { value: one.name ?? (one.digits === null ? '' : `新来的 ${one.digits}`) },
    { value: ROLES[one.role] },
    { value: one.registered ? '是' : '' },
    { value: time(one.in) },
    { value: time(one.out) },
    { value: how.join('、') },
    { value: given.join('、') },
    { value: one.in === null && one.out === null ? '没有来' : credit.reason === null ? '' : REASONS[credit.reason] },
  ]
}
