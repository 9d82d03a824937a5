export default definePageConfig({ navigationBarTitleText: '选择团支部' })
