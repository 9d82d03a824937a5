export default definePageConfig({ navigationBarTitleText: '班底' })
