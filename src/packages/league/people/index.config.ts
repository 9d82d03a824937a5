export default definePageConfig({ navigationBarTitleText: '支部的人' })
