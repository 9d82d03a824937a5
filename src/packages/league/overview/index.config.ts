export default definePageConfig({ navigationBarTitleText: '人数' })
