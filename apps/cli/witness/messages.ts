/** Texts of `gongze witness` and `gongze witness-key`, in both languages. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

const t = (zh: string, en: string): Bilingual => ({ zh, en });

export const witnessHelp = {
  witness: t(
    '运行见证方：为所列日志会签，绝不会签两段互相矛盾的历史',
    'run a witness: cosigns the logs named, and never two histories that contradict each other',
  ),
  listen: t('监听地址，如 127.0.0.1:4747', 'where to listen, such as 127.0.0.1:4747'),
  key: t('密钥文件（见 gongze witness-key）', 'file of the secret key (see gongze witness-key)'),
  state: t(
    '记忆目录，默认 .gongze-witness；不得丢失，不得回退到旧本',
    'folder of its memory, default .gongze-witness; never lose it, never restore an older copy',
  ),
  log: t('所见证日志的公钥，可重复', 'key of a log to witness; may be repeated'),
  witnessKey: t(
    '生成见证方的密钥：私钥写入文件，公钥印出；名称宜为不带协议的网址，如 witness.example.cn',
    'make the key of a witness: the secret goes to a file, the public key is printed; the name is best an address without its scheme, such as witness.example.cn',
  ),
} as const satisfies Record<string, Bilingual>;

export const witnessTexts = {
  ready: (name: string, url: string, vkey: string): Bilingual =>
    t(`见证方 ${name} 已就绪：${url}\n公钥：${vkey}`, `The witness ${name} is ready: ${url}\nIts key: ${vkey}`),
  remembers: (origin: string, size: number): Bilingual =>
    t(`已会签 ${origin} 的前 ${size} 条`, `Cosigned the first ${size} entries of ${origin}`),
  remembersNothing: (folder: string): Bilingual =>
    t(`${folder} 中没有记忆：只有新设的见证方才应如此`, `${folder} holds no memory: that is right for a new witness only`),
  fault: (message: string): Bilingual => t(`故障：${message}`, `fault: ${message}`),
  badListen: (value: string): Bilingual => t(`--listen：应为“地址:端口”，而非 ${value}`, `--listen: expected address:port, not ${value}`),
  badKey: (path: string): Bilingual => t(`${path}：不是见证方的私钥`, `${path}: not the secret key of a witness`),
  openKey: (path: string): Bilingual =>
    t(
      `见证密钥可被他人读取：${path}。请执行 chmod 600；如可能已被他人读取，请停用此密钥`,
      `others may read the key of the witness: ${path}. Run chmod 600 on it; if somebody could have read it, retire the key`,
    ),
  badLog: (vkey: string): Bilingual => t(`--log：不是可用的日志公钥：${vkey}`, `--log: not a sound key of a log: ${vkey}`),
  logTwice: (name: string): Bilingual => t(`--log：${name} 的同一公钥给出了两次`, `--log: the same key of ${name} twice`),
  badName: t('名称不得为空，不得含空格或加号', 'the name must not be empty, nor hold spaces or a plus'),
  exists: (path: string): Bilingual => t(`${path} 已存在，不予覆盖`, `${path} exists and is not written over`),
  unreadable: (path: string, code: string): Bilingual => t(`无法读取 ${path}（${code}）`, `${path} cannot be read (${code})`),
  unwritable: (path: string, code: string): Bilingual => t(`无法写入 ${path}（${code}）`, `${path} cannot be written (${code})`),
  cannotListen: (value: string, code: string): Bilingual => t(`无法监听 ${value}（${code}）`, `cannot listen at ${value} (${code})`),
} as const;
