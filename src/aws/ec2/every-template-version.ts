/**
 * Launch templates as a resource type to be looked through (DescribeImageReferences, CreateImageUsageReport). A group or
 * fleet can launch any version of its template, so all that AWS looks at are asked for.
 */
export const everyTemplateVersion = {
  ResourceType: 'ec2:LaunchTemplate' as const,
  ResourceTypeOptions: [{ OptionName: 'version-depth' as const, OptionValues: ['10000'] }],
}
