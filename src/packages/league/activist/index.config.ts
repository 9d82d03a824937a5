export default definePageConfig({ navigationBarTitleText: '补录入团积极分子' })
