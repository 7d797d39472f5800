/** Stands beside everything that the model says. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

export const modelCaveat: Bilingual = {
  zh: '这是模型推演，不是预测：它说明在一组能重现七种已知模式的假设下会发生什么，既不说明实际将发生什么，也不代替决定。“渐退有益”“过早介入有害”两种结果来自先验所含的机制，是假定而非发现。',
  en: 'This is a model, not a forecast: it says what follows from assumptions that reproduce seven known patterns, not what will happen, and it decides nothing. That a taper helps and that coming too early harms rest on mechanisms put into the prior: assumed, not discovered.',
};

/** What an expected effect is and is not. */
export const effectStatement: Bilingual = {
  zh: '预期效果出自模型：单独施加该手段、24个月后退出，三年平均履责水平比不施加高多少；列中位数与5%—95%（各组与案例相容的参数）。这是模型推演，不是预测；模型只分惩罚、补助、协调三类手段，同类手段之间只比强度。',
  en: 'Expected effects come from the model: how much mean delivery over three years gains if the instrument alone is applied and leaves after 24 months; median and 5–95% of the parameter sets that fit the case. A model, not a forecast; it knows three kinds of instruments (sanction, subsidy, coordination), and within a kind only strength differs.',
};
