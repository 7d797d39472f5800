/** Stands beside everything that the model says. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

export const modelCaveat: Bilingual = {
  zh: '这是模型推演，不是预测：它说明在一组能重现七种已知模式的假设下会发生什么，既不说明实际将发生什么，也不代替决定。“渐退有益”“过早介入有害”两种结果来自先验所含的机制，是假定而非发现。',
  en: 'This is a model, not a forecast: it says what follows from assumptions that reproduce seven known patterns, not what will happen, and it decides nothing. That a taper helps and that coming too early harms rest on mechanisms put into the prior: assumed, not discovered.',
};
