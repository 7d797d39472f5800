/** Words of the page that verifies. Fetched with it, not with the first page. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

export const words = {
  title: w('核验', 'Verify'),
  lead: w(
    '本页的一切计算都在您的浏览器中完成：向服务器只取文件，不请它作任何判断。断开网络后，回执与导出仍可核验。',
    'Everything on this page is computed in your browser: from the server it takes files, and never a verdict. Receipts and exports can be checked with the network switched off.',
  ),
  trust: w('信任谁', 'Whom you trust'),
  trustText: w(
    '信任策略写明日志与见证方的公钥，以及须有几个见证方会签（C2SP tlog-policy）。请从日志之外的途径取得；填好后保存在此浏览器中。',
    'The trust policy names the keys of the log and of its witnesses, and how many of them have to cosign (C2SP tlog-policy). Get it by another way than from the log; it is kept in this browser.',
  ),
  policy: w('信任策略', 'Trust policy'),
  proposed: w(
    '这是日志自己提议的策略：据此只能看出它前后一致。',
    'This is the policy that the log itself proposes: by it you see only that the log agrees with itself.',
  ),
  noPolicy: w('此服务器没有提议策略。请填入您所持有的。', 'This server proposes no policy. Fill in the one that you hold.'),
  yours: w('这是您保存在此浏览器中的策略。', 'This is the policy that you keep in this browser.'),
  edited: w('尚未保存。', 'Not kept yet.'),
  keepPolicy: w('保存为我的策略', 'Keep as mine'),
  dropPolicy: w('改用日志提议的', 'Use the proposed one again'),
  here: w('此服务器的日志', 'The log of this server'),
  hereText: w(
    '取回全部条目与哈希，重算整棵树，核对您可查阅的各项行为的职位签名，并与上次在此浏览器核验过的检查点相比。',
    'Fetches every entry and hash, computes the whole tree again, checks the signatures of the acts that you may read, and compares the log with the checkpoint that you verified last in this browser.',
  ),
  verifyHere: w('核验整本日志', 'Verify the whole log'),
  compareText: w('也可与您在别处保存的检查点相比：', 'Or compare it with a checkpoint that you keep elsewhere:'),
  compare: w('选择检查点文件', 'Choose a file of a checkpoint'),
  files: w('导出或回执', 'An export or a receipt'),
  filesText: w(
    '把导出的文件夹，或一份回执（.tlog-proof）连同它所证的记录（.json），拖到这里；要核对职位签名，再加上密钥登记簿（.jsonl，导出中的 records.jsonl 即可）。文件不会离开您的计算机。',
    'Drop the folder of an export here, or a receipt (.tlog-proof) together with the record that it proves (.json) and, to have the signatures of offices checked, the registry of keys (.jsonl; the records.jsonl of an export will do). The files do not leave your computer.',
  ),
  chooseFolder: w('选择文件夹', 'Choose a folder'),
  chooseFiles: w('选择回执与记录', 'Choose a receipt and its record'),
  running: w('已核对 {done} / {size} 条', '{done} of {size} entries checked'),
  starting: w('正在核对检查点', 'Checking the checkpoint'),
  cancel: w('停止', 'Stop'),
  stopped: w('已停止，没有结论。', 'Stopped, without a verdict.'),
  took: w('用时 {seconds} 秒', 'It took {seconds} seconds'),
  takeResult: w('下载核验结果（.txt）', 'Download the result (.txt)'),
  resultTitle: w('核验结果', 'Result of a verification'),
  verifiedAt: w('核验时间（UTC）：', 'Verified at (UTC):'),
  remembered: w(
    '此检查点已记在此浏览器中，下次将与它相比。',
    'This checkpoint is remembered in this browser; next time the log is compared with it.',
  ),
  byProposal: w('所据为日志自己提议的策略。', 'Judged by the policy that the log itself proposes.'),
  badPolicy: w('信任策略有误：{why}', 'The trust policy is at fault: {why}'),
  badCheckpoint: w('该检查点不予接受：{why}', 'That checkpoint is refused: {why}'),
  unknownFiles: w(
    '其中既无导出（checkpoint 文件），也无回执（.tlog-proof）。',
    'There is neither an export (a file named checkpoint) nor a receipt (.tlog-proof) among them.',
  ),
  manyReceipts: w('一次只能核验一份回执及一条记录。', 'One receipt and one record at a time.'),
  tooLong: w('{why} 太长，不是回执或记录。', '{why} is too long to be a receipt or a record.'),
  notReceipt: w(
    '这份 .tlog-proof 不是回执：回执的第一行是 c2sp.org/tlog-proof@v1，换行符须原样保留。',
    'This .tlog-proof is no receipt: the first line of one is c2sp.org/tlog-proof@v1, with its line ends as they were.',
  ),
  notRecord: w('所给的 .json 不是一条记录。', 'The .json that came along is not a record.'),
  needsSignIn: w('条目只供有权查阅者取用：请先登录。', 'Entries are for those who may read them: sign in first.'),
  noAnswer: w('取不到文件：{why}', 'A file cannot be had: {why}'),
} as const satisfies Record<string, Bilingual>;
