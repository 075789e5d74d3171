# For Intune (Remediations, detection) and RMM tools: one line, and 1 where Windows Update fails.
# Runs as SYSTEM, without a tray and without a user. What is not known is no reason to repair.
$ErrorActionPreference = 'Stop'
$regrip = Join-Path $env:ProgramW6432 'Regrip\regrip.com'
if (-not (Test-Path -LiteralPath $regrip)) {
    Write-Output 'Regrip is not installed.'
    exit 0
}
$said = & $regrip status
$code = $LASTEXITCODE
$first = ($said | Where-Object { $_.Trim() } | Select-Object -First 1)
Write-Output ('{0} (regrip status: {1})' -f $first, $code)
if ($code -eq 1) { exit 1 }
exit 0
