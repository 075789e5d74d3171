$ErrorActionPreference = 'Stop'
$arguments = @{
  packageName    = 'regrip'
  fileType       = 'msi'
  silentArgs     = '{@PRODUCT@} /qn /norestart'
  validExitCodes = @(0, 3010, 1605)
}
Uninstall-ChocolateyPackage @arguments
