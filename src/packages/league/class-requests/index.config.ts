export default definePageConfig({ navigationBarTitleText: '团课认定' })
