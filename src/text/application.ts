import type { ApplicationState } from '#domain/application/acts'

/** What one reads before submitting: what goes to whom. `branch`: its name. */
export function goesToWords(branch: string): string {
  return `提交后，给${branch}看到：姓名、出生日期、你现在的身份，和上面写的话。批准时，上级团委也看得到。`
}

/** What to bring and to whom, once the application is in the app. */
export function paperParagraphs(branch: string): readonly { readonly title: string; readonly text: string }[] {
  return [
    { title: '带什么', text: '入团申请书一份：亲手写，写清楚出生日期，最后签上名字和日期。' },
    { title: '交给谁', text: `${branch}的团支书。交的时候，请团支书当面看一眼出生日期。` },
    {
      title: '然后呢',
      text: '团支书在这里确认收到，这一天就是你的申请日。申请书上的出生日期，以后以它为准。不用拍照，也不用上传。',
    },
  ]
}

/** What a withdrawal means, by where the application stands. */
export function withdrawalWords(state: ApplicationState): string {
  switch (state) {
    case 'none':
    case 'submitted':
      return '支部不再等你的申请书。以后想好了，可以再提交。'
    case 'applied':
    case 'talked':
    case 'nominated':
      return '支部和团委不再往下办。以后再申请，要重新交申请书、重新谈话。'
    case 'activist':
    case 'training':
      return '入团积极分子的身份和培养考察的时间都不再算。以后再申请，要从头开始。'
  }
}
