import type { Act, ApplicationState } from '#domain/application/acts'
import type { Stage, StepId, StepTaker } from '#domain/application/steps'

/** A step's name, as a thing that is done. */
export const STEP_NAMES: Readonly<Record<StepId, string>> = {
  submitted: '提交入团申请',
  applied: '支部收到书面申请书',
  talked: '谈话',
  activist: '成为入团积极分子',
  mentored: '确定培养联系人',
  training: '培养考察',
  candidate: '确定为发展对象',
  'pre-reviewed': '预审',
  noticed: '公示',
  introduced: '确定入团介绍人',
  'form-filled': '填写入团志愿书',
  voted: '支部大会表决',
  approved: '团委审批',
  notified: '通知本人',
  'sworn-in': '入团宣誓',
  member: '成为团员，归档',
}

/** The five stages, as long as they may be in a heading. */
export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  apply: '入团申请',
  activist: '入团积极分子',
  training: '培养考察',
  candidate: '发展对象',
  admission: '支部大会、审批、宣誓',
}

/** The same five under a bar that is as wide as a small phone. */
export const SHORT_STAGE_NAMES: Readonly<Record<Stage, string>> = {
  apply: '申请',
  activist: '积极分子',
  training: '培养',
  candidate: '发展对象',
  admission: '接收',
}

/** Who takes a step. */
export const TAKER_NAMES: Readonly<Record<StepTaker, string>> = {
  applicant: '申请人自己',
  branch: '团支部',
  committee: '团委',
  mentors: '培养联系人和团支部',
}

/** What each step asks, without numbers: those are the pack's, and stand in its rules' notes. */
export const STEP_ASKS: Readonly<Record<StepId, string>> = {
  submitted: '在这里填好申请，告诉支部你想入团。书面申请书交到支部，才算正式申请。',
  applied: '把手写、签名的入团申请书交给支部。支部记下谁收到、哪天收到，核对出生日期。',
  talked: '支部派人和申请人谈一次话，了解想法，讲清楚要求。',
  activist: '支部推荐，团委批准。',
  mentored: '支部从团员、党员里确定培养联系人。',
  training: '参加团课和志愿服务，培养联系人和支部考察。',
  candidate: '条件都到了，支部委员会讨论，听培养联系人的意见。',
  'pre-reviewed': '团委先看一遍材料。预审合格，才发志愿书。',
  noticed: '把名单公开，看有没有人有不同意见。',
  introduced: '请两名团员作介绍人，也可以由支部指定。',
  'form-filled': '在带编号的志愿书上，亲手填写。',
  voted: '支部开大会，团员无记名投票。',
  approved: '团委集体讨论，写明意见。',
  notified: '团委告诉支部，支部告诉本人。',
  'sworn-in': '在团旗下宣誓。',
  member: '材料归档，录入“智慧团建”。团龄从支部大会通过那天算。',
}

/** The same in a few words, for the way at a glance. */
export const STEP_HINTS: Readonly<Record<StepId, string>> = {
  submitted: '在手机上填写',
  applied: '把手写的申请书交到支部',
  talked: '支部派人谈一次话',
  activist: '支部推荐，团委批准',
  mentored: '由支部确定',
  training: '团课、志愿服务、考察',
  candidate: '条件都到，支委会讨论',
  'pre-reviewed': '团委先看材料',
  noticed: '公开名单，听听意见',
  introduced: '请团员作介绍人',
  'form-filled': '亲手填写',
  voted: '团员无记名投票',
  approved: '团委集体讨论',
  notified: '团委、支部告诉本人',
  'sworn-in': '在团旗下宣誓',
  member: '材料归档',
}

/** What is kept as evidence of a step. */
export const STEP_EVIDENCE: Readonly<Record<StepId, string>> = {
  submitted: '手机上填的申请',
  applied: '谁收到、哪天收到，申请书上的出生日期',
  talked: '谈话记录：哪天、谁、谈了什么',
  activist: '支部的会议记录，团委的批准',
  mentored: '联系人的姓名，从哪天起',
  training: '团课和志愿服务的每一条记录，考察意见',
  candidate: '会议记录，培养联系人的意见',
  'pre-reviewed': '书面的预审结果',
  noticed: '公示的起止日期，有没有异议',
  introduced: '两名介绍人的姓名',
  'form-filled': '入团志愿书和它的编号',
  voted: '应到、实到、赞成、反对、弃权的人数，决议',
  approved: '审批意见和日期',
  notified: '通知的日期',
  'sworn-in': '宣誓的日期和地点',
  member: '齐全的档案',
}

/** What was done to an application. */
export const ACT_NAMES: Readonly<Record<Act, string>> = {
  submitted: '提交申请',
  applied: '收到书面申请书',
  talked: '谈话',
  nominated: '支部推荐',
  returned: '团委退回推荐',
  activist: '批准为入团积极分子',
  mentored: '确定培养联系人',
  withdrawn: '撤回申请',
}

/** Where an application stands. */
export const STATE_WORDS: Readonly<Record<ApplicationState, string>> = {
  none: '还没有申请',
  submitted: '已提交，等书面申请书',
  applied: '已申请，等谈话',
  talked: '已谈话，等推荐',
  nominated: '已推荐，等团委批准',
  activist: '已批准，等定培养联系人',
  training: '培养考察中',
}

/** What somebody is called who stands there. */
export const STANDING_NAMES: Readonly<Record<ApplicationState, string>> = {
  none: '入团路径',
  submitted: '入团路径',
  applied: '入团申请人',
  talked: '入团申请人',
  nominated: '入团申请人',
  activist: '入团积极分子',
  training: '入团积极分子',
}

/** A step that was lived on paper before the app knew the person. */
export const SKIPPED_WORDS = '补录：在纸上办过'
