/** What someone reads before they agree: what, why, who, how long. `days` come from the district's pack. */
export interface PrivacyFacts {
  readonly newcomerDays: number
  readonly profileDays: number
  readonly accessLogDays: number
  readonly contact: string
  readonly wechat: boolean
}

export interface Paragraph {
  readonly title: string
  readonly text: string
}

/** 1095 → 3 年; other numbers of days stay days. */
export function daysWords(days: number): string {
  return days >= 365 && days % 365 === 0 ? `${days / 365} 年` : `${days} 天`
}

export function privacyParagraphs(facts: PrivacyFacts): readonly Paragraph[] {
  return [
    {
      title: '留下什么',
      text: `${facts.wechat ? '微信给的登录标识（不是微信号，也没有头像和手机号）；' : ''}你自己填写的姓名、出生日期、团支部，愿意的话还有居住的镇或街道、现在在做什么；入团申请和你写的话；团支书和团委登记的团课、志愿服务、思政课考评，和申请的每一步（谈话、推荐、批准）；你报名的活动、什么时候签到和签退、因此计入的时长，和收到的消息。`,
    },
    {
      title: '为了什么',
      text: '让你看到入团还差什么，让团支部和团委按规定办理，让你报名参加活动、到场签到。不做别的用途。',
    },
    {
      title: '谁看得到',
      text: '你自己，你的团支书，和上级团委。上级打开未成年人的资料，要先选原因。你报名的活动，组织者看得到你的姓（名字用 * 代替）；到了现场，这场活动的负责人和组织者看得到你的姓名和签到时间，扫码的帮手只看得到姓。谁、哪天、为什么看过，你在“我的数据”里看得到。',
    },
    {
      title: '留多久',
      text: `登录后没有填写资料，${daysWords(facts.newcomerDays)}后删除；填写了的，最后一次登录 ${daysWords(facts.profileDays)}后删除；谁看过的记录留 ${daysWords(facts.accessLogDays)}。你可以随时查看、更正、删除。`,
    },
    { title: '有问题找谁', text: facts.contact },
  ]
}
