export default definePageConfig({ navigationBarTitleText: '条件' })
