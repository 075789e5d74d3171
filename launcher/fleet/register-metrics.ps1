# Registers a task that writes the state of Windows Update for windows_exporter every 15 minutes, as
# LOCAL SERVICE: reading the event log takes no more rights than that. Run as administrator.
#   register-metrics.ps1 [-Folder FOLDER]    FOLDER: what --collector.textfile.directories names
param([string] $Folder = (Join-Path $env:ProgramData 'Regrip-metrics'))
$ErrorActionPreference = 'Stop'
$regrip = Join-Path $env:ProgramW6432 'Regrip\regrip.com'
if (-not (Test-Path -LiteralPath $Folder)) {
    New-Item -ItemType Directory -Path $Folder | Out-Null
}
# SYSTEM and administrators; LOCAL SERVICE may change files. Nobody else puts one there.
& (Join-Path $env:SystemRoot 'System32\icacls.exe') $Folder /inheritance:r /grant:r '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-19:(OI)(CI)M' | Out-Null
if ($LASTEXITCODE -ne 0) { throw "The folder $Folder could not be protected." }
$file = Join-Path $Folder 'regrip.prom'
$data = Join-Path $Folder 'data'
$action = New-ScheduledTaskAction -Execute $regrip -Argument ('status --prometheus --output "{0}" --data "{1}"' -f $file, $data)
$trigger = New-ScheduledTaskTrigger -Once -At (Get-Date) -RepetitionInterval (New-TimeSpan -Minutes 15)
$principal = New-ScheduledTaskPrincipal -UserId 'S-1-5-19' -LogonType ServiceAccount -RunLevel Limited
$settings = New-ScheduledTaskSettingsSet -ExecutionTimeLimit (New-TimeSpan -Minutes 5) -StartWhenAvailable
Register-ScheduledTask -TaskPath '\Regrip\' -TaskName 'Metrics' -Action $action -Trigger $trigger -Principal $principal -Settings $settings -Force | Out-Null
Write-Output "Registered: $file every 15 minutes. Unregister-ScheduledTask -TaskPath \Regrip\ -TaskName Metrics takes it away."
