/** Said where what was typed can't be the code of an account. */
export const NO_ACCOUNT_CODE = '账号代码是 8 个字母和数字，比如 7K3M-2QRT，对方在“我的”里看。'
