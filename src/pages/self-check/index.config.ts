export default definePageConfig({ navigationBarTitleText: '我现在差什么？' })
