/** What is asked before a sign-out leaves check-ins behind. */
export function leaveQuestion(count: number) {
  return {
    title: `还有 ${count} 条签到没有上传`,
    content: '现在退出，它们会留在这部手机上：用同一个账号登录以后才会上传，别的账号看不到，也传不了。',
    yes: '仍要退出',
    no: '先不退出',
  } as const
}
