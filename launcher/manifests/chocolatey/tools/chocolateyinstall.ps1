$ErrorActionPreference = 'Stop'
$arguments = @{
  packageName    = 'regrip'
  fileType       = 'msi'
  url64bit       = '@URL@/Regrip-@VERSION@-x64.msi'
  checksum64     = '@SHA256@'
  checksumType64 = 'sha256'
  silentArgs     = '/qn /norestart'
  validExitCodes = @(0, 3010)
}
Install-ChocolateyPackage @arguments
