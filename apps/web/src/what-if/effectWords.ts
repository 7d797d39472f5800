/** Words about expected effects, for the advice of a case. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

export const effectWords = {
  note: {
    zh: '预期效果出自模型：单独施加该手段、24个月后退出，三年平均履责水平比不施加高多少；列中位数与5%—95%（各组与案例相容的参数）。这是模型推演，不是预测；模型只分惩罚、补助、协调三类手段，同类手段之间只比强度。',
    en: 'Expected effects come from the model: how much mean delivery over three years gains if the instrument alone is applied and leaves after 24 months; median and 5–95 % of the parameter sets that fit the case. A model, not a forecast; it knows three kinds of instruments (sanction, subsidy, coordination), and within a kind only strength differs.',
  },
} as const satisfies Record<string, Bilingual>;
