-- What wixl has no words for. One statement a line; launcher/package puts in what stands between two @.

-- The identity of the shortcut, which toasts and the task bar go by.
CREATE TABLE `MsiShortcutProperty` (`MsiShortcutProperty` CHAR(72) NOT NULL, `Shortcut_` CHAR(72) NOT NULL, `PropertyKey` CHAR(255) NOT NULL, `PropVariantValue` CHAR(255) NOT NULL PRIMARY KEY `MsiShortcutProperty`)
INSERT INTO `MsiShortcutProperty` (`MsiShortcutProperty`, `Shortcut_`, `PropertyKey`, `PropVariantValue`) VALUES ('AppId', 'Regrip', 'System.AppUserModel.ID', 'Regrip.Regrip')
INSERT INTO `MsiShortcutProperty` (`MsiShortcutProperty`, `Shortcut_`, `PropertyKey`, `PropVariantValue`) VALUES ('ToastActivator', 'Regrip', 'System.AppUserModel.ToastActivatorCLSID', '{7F3A1C64-5BE2-4D0E-9C7A-2E8D41B6F095}')

-- "regrip" in every new terminal: appended to the machine's PATH, and taken out of it again.
CREATE TABLE `Environment` (`Environment` CHAR(72) NOT NULL, `Name` CHAR(255) NOT NULL, `Value` CHAR(255), `Component_` CHAR(72) NOT NULL PRIMARY KEY `Environment`)
INSERT INTO `Environment` (`Environment`, `Name`, `Value`, `Component_`) VALUES ('SearchPath', '=-*PATH', '[~];[InstallFolder]', 'SearchPath')

-- Made after the files are there, so Windows Installer knows it by this line alone.
INSERT INTO `RemoveFile` (`FileKey`, `Component_`, `FileName`, `DirProperty`, `InstallMode`) VALUES ('Archive', 'Machine', 'regrip.jsa', 'InstallFolder', 2)

-- What a command line may say to the part that runs as SYSTEM, and no more.
UPDATE `Property` SET `Value` = 'AUTOSTART;LANGUAGE;ALERTS;MANAGED;CHECKFORUPDATES;REMOVEDATA;AUTOSTARTBEFORE;LANGUAGEBEFORE;ALERTSBEFORE;MANAGEDBEFORE;CHECKFORUPDATESBEFORE;WIX_UPGRADE_DETECTED;WIX_DOWNGRADE_DETECTED' WHERE `Property` = 'SecureCustomProperties'

-- The same version built otherwise is an upgrade too.
DELETE FROM `Upgrade` WHERE `ActionProperty` = 'WIX_UPGRADE_DETECTED'
INSERT INTO `Upgrade` (`UpgradeCode`, `VersionMin`, `VersionMax`, `Language`, `Attributes`, `Remove`, `ActionProperty`) VALUES ('{B9C64390-D1FA-42C5-81D5-D3E559E24B63}', '0.0.0', '@VERSION@', '', 769, '', 'WIX_UPGRADE_DETECTED')

-- On is the default, so only off is written down.
UPDATE `Component` SET `Condition` = 'AUTOSTART = "0"' WHERE `Component` = 'NoAutostart'

-- What nobody said is not written down, and what is not known neither.
UPDATE `Component` SET `Condition` = 'LANGUAGE = "en" OR LANGUAGE = "de"' WHERE `Component` = 'Language'
UPDATE `Component` SET `Condition` = 'ALERTS = "0" OR ALERTS = "1" OR ALERTS = "2"' WHERE `Component` = 'Alerts'
UPDATE `Component` SET `Condition` = 'MANAGED = "1"' WHERE `Component` = 'Managed'
UPDATE `Component` SET `Condition` = 'CHECKFORUPDATES = "1"' WHERE `Component` = 'CheckForUpdates'

-- Setting a property takes no rights of anybody.
UPDATE `CustomAction` SET `Type` = 51 WHERE `Type` = 2099

-- Searches in the 64-bit part of the registry, where Regrip's own values are.
UPDATE `RegLocator` SET `Type` = 18 WHERE `Signature_` = 'AutostartBefore'
UPDATE `RegLocator` SET `Type` = 18 WHERE `Signature_` = 'LanguageBefore'
UPDATE `RegLocator` SET `Type` = 18 WHERE `Signature_` = 'AlertsBefore'
UPDATE `RegLocator` SET `Type` = 18 WHERE `Signature_` = 'ManagedBefore'
UPDATE `RegLocator` SET `Type` = 18 WHERE `Signature_` = 'CheckForUpdatesBefore'
