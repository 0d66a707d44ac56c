import type { Tag } from '@aws-sdk/client-ec2'

/** Tags may hold any text: other scripts, both directions, marks that need escaping, nothing at all. */
export const tagTexts: readonly Tag[] = [
  { Key: 'Freigabe', Value: 'geprüft – „Größe ok“, Änderung 4711' },
  { Key: 'Zuständig', Value: 'Plattform & Betrieb <plattform@nordwind.example>' },
  { Key: 'الفريق', Value: 'فريق المنصة (الإنتاج)' },
  { Key: 'הערה', Value: 'לא למחוק "image" זה' },
  { Key: '用途', Value: '本番環境のゲートウェイ' },
  { Key: 'status', Value: '🚢 shipped ✅' },
  { Key: 'on-call', Value: '👩🏽‍🚒 Åsa Öberg' },
  { Key: 'query', Value: `name='edge' AND "tier" <> 'dev' -- 50% \\ {x}` },
  { Key: 'remarks', Value: '' },
  { Key: 'cost centre', Value: '  7731/ü  ' },
  { Key: 'team/owner:mail+x=@', Value: 'é versus e\u0301' },
  { Key: 'checksum', Value: '0123456789abcdef'.repeat(16) },
]

/** The tags that Nordwind wants on everything. */
export const costTags = (accountName: string): Tag[] => [
  { Key: 'owner', Value: accountName },
  { Key: 'environment', Value: /Production|Staging|Development|Test/.exec(accountName)?.[0].toLowerCase() ?? 'shared' },
]
