export default definePageConfig({ navigationBarTitleText: '月历' })
