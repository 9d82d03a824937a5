import type { RuleId } from '#domain/policy/policy'

/** What a rule is about, as a line in a list. Its sentence is the pack's own note. */
export const RULE_TITLES: Readonly<Partial<Record<RuleId, string>>> = {
  'class-hours': '要学多少',
  'class-hours.window': '什么时候学的算',
  'class-hours.mode': '怎么学的算',
  'class-hours.minutes': '一学时多长',
  'class-hours.entry-max': '一次最多登记多少',
  'volunteer-hours': '要做多少',
  'volunteer-hours.entry-max': '一次最多登记多少',
  'volunteer.registered': '注册志愿者',
  'volunteer.year': '看哪一年',
  civics: '要什么等级',
  'training.months': '要多久',
  'mentors.count': '培养联系人',
  'admission.ways': '怎么推荐',
  'activist.approval': '谁批准',
  'activist.within': '多久答复',
  'talk.within': '多久谈话',
  'affiliation.within': '多久确认支部',
  'branch.min-members': '支部多少人',
  'branch.committee-from': '谁来讨论',
  'application.age-min': '多大可以申请',
  'application.age-max': '到多大为止',
  'age.birthday-counts': '生日怎么算',
  'notice.steps': '哪一步公示',
  'notice.days': '公示多久',
  'notice.audience': '在哪里公示',
  'introducers.count': '几名介绍人',
  'form.number': '志愿书的编号',
  'vote.quorum': '多少人到会',
  'vote.base': '多少人赞成',
  'vote.absent': '缺席的人',
  'approval.within': '多久审批',
  'archive.within': '多久归档',
}

/** A rule of this district, where no national text says so. */
export const OWN_RULE = '本区规定'
