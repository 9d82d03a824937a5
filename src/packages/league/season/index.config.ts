export default definePageConfig({ navigationBarTitleText: '读书季' })
