import Taro from '@tarojs/taro'

/** Asks yes or no; closing it is a no. Words of a button: at most four Chinese characters (WeChat's limit). */
export async function confirm(question: { title: string; content: string; yes: string; no: string }): Promise<boolean> {
  const { confirm: yes } = await Taro.showModal({
    title: question.title,
    content: question.content,
    confirmText: question.yes,
    cancelText: question.no,
    // The look's red; WeChat's and Taro's green is nobody's here.
    confirmColor: '#c8202b',
  })
  return yes
}

/** A short word that goes by itself. Nothing that must be read stands only here. */
export function toast(title: string): void {
  void Taro.showToast({ title, icon: 'none', duration: 2000 })
}
