/** Texts of sign-in, in both languages, in one place. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const signInTexts = {
  /** One text whatever was wrong, so that nobody learns which accounts there are. */
  wrong: both('邮箱、密码或验证码不正确。', 'The address, the password or the code is not right.'),
  codeNeeded: both('请再输入一次性验证码或恢复码。', 'Enter a one-time code or a recovery code as well.'),
  wait: (seconds: number): Bilingual =>
    both(`尝试次数过多，请 ${seconds} 秒后再试。`, `Too many attempts. Try again in ${seconds} seconds.`),
  signInFirst: both('请先登录。', 'Sign in first.'),
  signInAgain: both('此操作要求刚刚登录过，请重新登录。', 'This asks for a recent sign-in. Sign in again.'),
  noLocalAccounts: both('本站只接受单点登录。', 'This site takes the single sign-on only.'),
  noSingleSignOn: both('本站没有配置单点登录。', 'This site has no single sign-on.'),
  notInvited: both(
    '该身份尚未受邀使用本站，请向本单位签发人索取邀请。',
    'Nobody has invited this identity. Ask the signer of your office for an invitation.',
  ),
  signOnFailed: both('单点登录未完成，请重新开始。', 'The single sign-on was not completed. Begin again.'),
  issuerAway: both('单点登录服务暂时没有应答，请稍后再试。', 'The single sign-on does not answer at the moment. Try again later.'),
  tooWeak: both(
    '单点登录未达到本站要求的登录强度，请用更强的方式登录。',
    'The single sign-on did not ask for as much as this site needs. Sign in there in a stronger way.',
  ),
  resetGone: both('重设链接无效、已使用或已过期。', 'The link is not valid, was used, or has run out.'),
  noSuchSession: both('没有这个会话。', 'There is no such session.'),
  invitationGone: both('邀请无效、已使用或已过期。', 'The invitation is not valid, was used, or has run out.'),
  emailTaken: both('该邮箱已有账户，请用该账户登录。', 'There is an account with this address. Sign in with it.'),
  wrongCode: both('验证码不正确，或已用过。', 'The code is not right, or was used before.'),
  secondFactorStands: both(
    '第二要素已启用；更换请先以恢复码或现有验证码登录。',
    'There is a second factor already. To replace it, confirm with a current code.',
  ),
  noSecondFactor: both('尚未开始设置第二要素。', 'No second factor was begun.'),
  notYourOffice: both('您不担任该职位。', 'You do not hold that office.'),
  noSuchOffice: both('没有这个职位。', 'There is no such office.'),
  noSuchPerson: both('没有这个人员。', 'There is no such person.'),
  officeStands: both('该职位已存在，或内容不合规则。', 'The office exists already, or the rules of offices do not allow it.'),
  keyRefused: both(
    '密钥未登记：证明不成立、密钥不安全、已登记过，或缺少现有密钥的签名。',
    'The key was not registered: the proof does not hold, the key is unsafe or known already, or the signature of a standing key is missing.',
  ),
  keyElsewhere: both(
    '密钥未登记：此通行密钥属于其他网站，须在本站的页面上创建。',
    'The key was not registered: this passkey is for another site; make it on a page of this one.',
  ),
  wrongSignature: (keys: readonly string[]): Bilingual =>
    both(`签名不成立或密钥无效：${keys.join('、')}。`, `These signatures do not hold, or their keys are not valid: ${keys.join(', ')}.`),
  foreignOrigin: both('请求来自其他网站，已拒绝。', 'The request comes from another site and was refused.'),
  foreignName: both(
    '本地模式只应答本机地址（localhost 或数字地址）。供他人以域名访问，请用服务器模式。',
    'Local mode answers to addresses of this machine only: localhost, or an address in digits. To be reached by a name, run it in server mode.',
  ),
  badReturn: both('返回地址须为本站路径。', 'The address to return to must be a path of this site.'),
} as const;
