/** Made-up agreements to begin with. Places and bodies are invented; nothing in them is taken from a real text. */
import type { Language } from '@gongze/domain/vocabulary/text';

export interface Sample {
  readonly title: string;
  readonly text: string;
  readonly language: Language;
}

export const samples: Readonly<Record<Language, Sample>> = {
  zh: {
    language: 'zh',
    title: '样例：清沅河共治合作协议（虚构）',
    text: `清沅河流域共同治理合作协议（样例，内容虚构）

岚浦市人民政府（以下简称“甲方”）与沅岭市人民政府（以下简称“乙方”）就清沅河流域共同治理，协商一致，订立本协议。

第一条 双方应进一步加强沟通协调，共同推进流域综合治理。

第二条 双方应建立水质数据共享平台。

第三条 甲方应于2027年6月30日前建成交界断面自动监测站2座；逾期未完成的，扣减其当年度流域合作专项资金的10%。

第四条 乙方负责完成沿岸排污口整治，整治率不低于95%。

第五条 有关部门力争尽快完善联合执法机制。

第六条 由甲方牵头、乙方配合，每半年召开一次联席会议，会后5个工作日内印发会议纪要。

第七条 原则上每年对本协议执行情况开展评估。

第八条 双方设立流域治理联合办公室。
`,
  },
  en: {
    language: 'en',
    title: 'Sample: River Wend agreement (made up)',
    text: `Agreement on the joint management of the River Wend (sample, made up)

The City of Northford ("Northford") and the City of Ashby ("Ashby"), the Parties, agree as follows.

Article 1 The Parties will strengthen communication and promote the integrated management of the river.

Article 2 The Parties shall build a shared water quality platform.

Article 3 Northford shall build two monitoring stations on the border reach by 30 June 2027; failing which it shall forfeit 10% of its share of the joint fund.

Article 4 Ashby shall complete the clean-up of the outfalls on its bank.

Article 5 The relevant agencies shall endeavour to improve joint enforcement as soon as possible.

Article 6 Northford will convene a joint meeting every six months and circulate the minutes within 5 working days.

Article 7 In principle the operation of this Agreement will be reviewed.

Article 8 The Parties hereby establish a Joint River Office.
`,
  },
};
