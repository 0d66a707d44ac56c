/** What decides how an instance boots. */
export type Booting = {
  /** Of the image: LEGACY_BIOS, UEFI, UEFI_PREFERRED; null: none is set */
  readonly bootMode: string | null
  readonly architecture: string | null
  /** Of the instance type: LEGACY_BIOS, UEFI */
  readonly supported: readonly string[]
}

/** The mode; null: the type does not support what the image needs; undefined: it is not known. */
export type EffectiveBootMode = 'LEGACY_BIOS' | 'UEFI' | null | undefined

/**
 * (R2) How an instance of a type boots from an image. AWS: "Instance launch behavior with Amazon EC2 boot modes". Without
 * a mode of the image the type's default applies: UEFI on Graviton and Apple silicon, legacy BIOS on Intel and AMD.
 */
export const effectiveBootMode = ({ bootMode, architecture, supported }: Booting): EffectiveBootMode => {
  const ifSupported = (mode: 'LEGACY_BIOS' | 'UEFI') => (supported.includes(mode) ? mode : null)
  switch (bootMode) {
    case 'LEGACY_BIOS':
    case 'UEFI':
      return ifSupported(bootMode)
    case 'UEFI_PREFERRED':
      return ifSupported('UEFI') ?? ifSupported('LEGACY_BIOS')
    case null:
      if (supported.length === 1) return ifSupported(supported[0] as 'UEFI')
      if (architecture === null) return undefined
      return ifSupported(architecture.startsWith('ARM64') ? 'UEFI' : 'LEGACY_BIOS')
    default:
      return undefined
  }
}
