# For Intune (Remediations, remediation) and RMM tools: repairs until it is proven, and says in one
# line how it ended. 0: proven. 1: not, or not yet. It may take an hour; Intune ends it after 60
# minutes, and then DISM goes on by itself and the next detection sees how it ended.
$ErrorActionPreference = 'Stop'
$regrip = Join-Path $env:ProgramW6432 'Regrip\regrip.com'
if (-not (Test-Path -LiteralPath $regrip)) {
    Write-Output 'Regrip is not installed.'
    exit 1
}
$said = & $regrip fix all --yes
$code = $LASTEXITCODE
$last = ($said | Where-Object { $_.Trim() } | Select-Object -Last 1)
Write-Output ('{0} (regrip fix all: {1})' -f $last, $code)
if ($code -eq 0) { exit 0 }
exit 1
