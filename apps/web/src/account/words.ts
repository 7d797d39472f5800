/** Words of the pages about accounts; fetched with them. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

export const accountWords = {
  title: w('账号与职务', 'Account and offices'),
  local: w(
    '本服务器以本地模式运行：只有一位本机使用者，可以代任何主体办理，每项记录都注明“本地”。身份、职务和签名在服务器模式下使用。',
    'This server runs in local mode: one user on this machine, who may act for anyone; every record says “local”. Identities, offices and signatures belong to server mode.',
  ),
  signIn: w('登录', 'Sign in'),
  signInTitle: w('登录', 'Sign in'),
  noAccount: w(
    '账号不自行注册：由本职务的登记人发出邀请，打开邀请链接即可设置。忘记密码的，请其发放重设链接。',
    'Nobody registers on his own: whoever keeps the register of your office invites you by a link. Forgotten your password? The same person gives you a link to set a new one.',
  ),
  sso: w('单点登录', 'Single sign-on'),
  email: w('电子邮箱', 'E-mail'),
  password: w('密码', 'Password'),
  code: w('动态验证码', 'Code of the second factor'),
  recovery: w('或恢复码', 'Or a recovery code'),
  name: w('姓名', 'Name'),
  accept: w('接受邀请', 'Accept the invitation'),
  invitedTo: w('受邀担任', 'You are invited to the office'),
  newPassword: w('新密码（至少12位）', 'New password (12 characters at least)'),
  person: w('已登录', 'Signed in as'),
  office: w('当前职务', 'Acting in the office'),
  noOffice: w('尚无职务，只能查看已公开的内容。', 'You hold no office: you see what is published.'),
  actAs: w('以此职务办理', 'Act in this office'),
  signOut: w('退出登录', 'Sign out'),
  signOutAll: w('在所有设备上退出', 'Sign out everywhere'),
  factor: w('第二验证因素', 'Second factor'),
  factorMissing: w('须先设置第二验证因素，才能办理。', 'Set up a second factor before anything else.'),
  factorBegin: w('开始设置', 'Begin'),
  factorSecret: w(
    '把下列密钥录入验证器应用，再输入它显示的验证码。密钥只显示这一次。',
    'Enter this secret in an authenticator app, then the code it shows. The secret is shown once.',
  ),
  confirm: w('确认', 'Confirm'),
  recoveryCodes: w('恢复码只显示这一次，请妥善保存：', 'Recovery codes, shown once; keep them safe:'),
  keys: w('本职务的签名密钥', 'Keys of the office'),
  keysText: w(
    '有约束力的办理须由职务自己的密钥签名，运维者既不能改写，也不能伪造。',
    'What binds carries the signature of the office’s own key: the operator can neither rewrite nor forge it.',
  ),
  keyNone: w('尚未登记密钥。', 'No key is registered.'),
  keyValid: w('有效', 'valid'),
  keyEnded: w('已失效', 'ended'),
  keyGround: w('由谁作保', 'Vouched for by'),
  keyOnWord: w('无（首把密钥，凭运维方的话）', 'nobody: a first key, on the operator’s word'),
  keyAdd: w('登记本机通行密钥', 'Register a passkey of this device'),
  keyDone: w('已登记。', 'Registered.'),
  keyVouchNow: w(
    '新密钥已建好，尚未登记。本单位已有生效的密钥，须由其中一把签名作保：请按“由现有密钥签名”，并选择原有的密钥（可在另一台设备上）。',
    'The new key is made and not registered yet. This body has keys that stand, and one of them has to vouch: press “Sign with a standing key” and choose the old one (it may be on another device).',
  ),
  keyVouch: w('由现有密钥签名', 'Sign with a standing key'),
  keyWrongVoucher: w(
    '这把密钥不是本单位生效的密钥，未登记。请选择原有的密钥。',
    'That is no standing key of this body, and nothing was registered. Choose the old one.',
  ),
  keyAllEnded: w(
    '本单位登记过的密钥均已失效，再登记须由上级的密钥签名作保，本页不能代为请求；没有另建密钥。',
    'All keys of this body have ended. A further one needs the signature of a superior’s key, which this page cannot ask for. No key was made.',
  ),
  keyRevoke: w('吊销', 'Revoke'),
  keyRevokeTitle: w('吊销密钥', 'Revoke the key'),
  keyRevokeText: w(
    '吊销立即生效，不能撤回；此前用它签署的办理仍然有效。设备遗失或可能落入他人之手时，应尽快吊销。',
    'It ends at once and for good; what was signed with it before still holds. Do it without delay when a device is lost or may be in other hands.',
  ),
  keyRevokeLast: w(
    '这是本单位唯一有效的密钥：吊销后，要等上级的密钥为新密钥作保，本单位才能再办理有约束力的事项。若还能使用它，请先登记第二把。',
    'This is the only key of the body that stands: after it, nothing that binds can be signed until a superior’s key vouches for a new one. If you can still use it, register a second key first.',
  ),
  keyRevokeWhy: w('原因', 'Why'),
  keyRevokeDo: w('确认吊销', 'Revoke it for good'),
  keyRevokeKeep: w('不吊销', 'Keep it'),
  keyRevoked: w('已吊销。', 'Revoked.'),
  keyEndedBy: w('吊销主体：', 'revoked by '),
  keySince: w('登记于', 'Since'),
  keyFile: w('密钥文件', 'key file'),
  keyPasskey: w('通行密钥', 'passkey'),
  otherKeys: w('其他职务的签名密钥', 'Keys of other offices'),
  otherKeysText: w(
    '这里列出可由本职务安排人员或吊销密钥的其他职务：本单位及其部门、下级政府，以及成员都在本级以下的联合机构。密钥遗失而持有单位自己来不及处理时，由上级在此吊销。吊销只能使密钥失效，不能替任何单位签名。',
    'The other offices that you may fill, or whose keys you may revoke: of your own body and its organs, of the governments below, and of joint bodies whose members all lie below. Here a superior ends a key that was lost where its own office cannot. Revoking only ends a key; it signs nothing in anybody’s name.',
  ),
  otherKeysReading: w('正在读取职务与密钥……', 'Reading offices and keys …'),
  otherFind: w('查找单位、职务或密钥', 'Find a body, an office or a key'),
  otherNotYours: w('由其本单位或上级吊销', 'its own body or one above revokes it'),
  otherRevokeText: w(
    '吊销立即生效，不能撤回。此前用这把密钥签署的办理仍然有效；从此刻起，任何人都不能再用它以该单位的名义办理。由谁吊销、为何吊销，记入登记簿，人人可查。',
    'It ends at once and for good. What was signed with this key before stays valid; from now on nobody can use it to act in the name of this body. Who revoked it, and why, stands in the registry for everybody to see.',
  ),
  otherRevokeLast: w(
    '这是该单位唯一有效的密钥：吊销后，要等上级的密钥为新密钥作保，该单位才能再办理有约束力的事项。请先与其联系。',
    'This is the only key of that body that stands: after it, the body can sign nothing that binds until a superior’s key vouches for a new one. Speak to it first.',
  ),
  otherRevoked: w('已吊销：', 'Revoked: '),
  keyFailed: w('未能登记：设备没有完成。', 'Not registered: the device did not finish.'),
  invite: w('邀请任职', 'Invite somebody into an office'),
  inviteLink: w('把此链接交给受邀人；它只显示这一次：', 'Hand this link to whom you invited; it is shown once:'),
  officeId: w('职务', 'Office'),
  holders: w('本职务现由谁担任', 'Who holds this office'),
  holdersText: w(
    '人员可以变动，职务及其密钥不变。交接时先邀请接任者，再由离任者卸任，或由有权者免去。',
    'People leave, the office and its keys stay. To hand it over, invite the successor first; then the other gives it up, or whoever may withdraws it.',
  ),
  leave: w('卸任', 'Give up the office'),
  withdraw: w('免去此职', 'Withdraw the office from'),
  sessions: w('登录状况', 'Where you are signed in'),
  since: w('登录于', 'since'),
  lastSeen: w('最近使用', 'last used'),
  thisSession: w('本机', 'here'),
  endSession: w('退出此处', 'End this session'),
  signInAgain: w('重新验证身份', 'Sign in anew'),
  reset: w('重设密码', 'Set a new password'),
  resetText: w(
    '设置后，所有设备上的登录都会结束；再次登录仍需第二验证因素。',
    'Every session ends with it; to sign in again you need the second factor as before.',
  ),
  resetSet: w('设置', 'Set it'),
  resetGive: w('发放重设密码链接', 'Link to reset the password'),
  resetLink: w(
    '当面或电话核实身份后，把此链接交给本人；一小时内有效，只显示这一次：',
    'Make sure who it is, then hand the link over; it is good for an hour and shown once:',
  ),
  resetDone: w(
    '新密码已设置，其他登录均已结束。请用新密码登录。',
    'The new password is set, and every session has ended. Sign in with it.',
  ),
  endTheirs: w('结束其全部登录', 'End all sessions'),
  endedTheirs: w('其登录已全部结束；再次使用须重新登录。', 'All their sessions have ended; to go on they have to sign in again.'),
  key: w('密钥', 'Key'),
  state: w('状态', 'State'),
} as const;

export const revokeReasonWords: Readonly<Record<string, Bilingual>> = {
  lost: w('设备遗失', 'the device is lost'),
  compromised: w('可能被他人使用', 'somebody else may have used it'),
  officeLeft: w('持有人离任', 'its holder has left the office'),
  superseded: w('已由新密钥接替', 'another key has taken its place'),
};

export const methodWords: Readonly<Record<string, Bilingual>> = {
  oidc: w('单点登录', 'Single sign-on'),
  passwordAndCode: w('密码与验证码', 'Password and code'),
  passwordOnly: w('仅密码', 'Password only'),
};

/** What the page says when the single sign-on led nobody in; the names are those of the server. */
export const refusedSignOnWords: Readonly<Record<string, Bilingual>> = {
  signOnFailed: w('单点登录没有完成，请重新开始。', 'The single sign-on was not completed. Begin again.'),
  issuerAway: w('单点登录服务暂时没有应答，请稍后再试。', 'The single sign-on does not answer at the moment. Try again later.'),
  tooWeak: w(
    '单点登录的方式达不到本站要求的强度。请在单点登录处改用更强的方式，再来登录。',
    'The way you signed in there is not strong enough for this site. Choose a stronger one there and come back.',
  ),
  notInvited: w(
    '本站还没有邀请过您。请向本单位签发人索取邀请，从邀请链接进入。',
    'Nobody has invited you yet. Ask the signer of your office for an invitation, and come in by its link.',
  ),
  invitationGone: w('邀请无效、已使用或已过期。请重新索取。', 'The invitation is not valid, was used, or has run out. Ask for another.'),
  emailTaken: w(
    '受邀的邮箱已有账户：请用该账户登录，再由签发人把职位交给您。',
    'There is an account with the invited address already: sign in with it, and have the signer give you the office.',
  ),
};

export const roleWords: Readonly<Record<string, Bilingual>> = {
  registrar: w('联络员', 'registrar'),
  signer: w('签发人', 'signer'),
  secretariat: w('秘书处', 'secretariat'),
  supervisor: w('督查', 'supervisor'),
  inspector: w('督察', 'inspector'),
  assessor: w('考核', 'assessor'),
  auditor: w('审计', 'auditor'),
  operator: w('运维', 'operator'),
};
