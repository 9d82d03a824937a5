export default definePageConfig({ navigationBarTitleText: '记团课' })
