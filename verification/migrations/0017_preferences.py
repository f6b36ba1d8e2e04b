"""How people have the pages: language, time zone, theme and keys."""

import verification.vocabulary
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('verification', '0016_noted_submissions'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='key_map',
            field=models.CharField(choices=[('standard', 'standard'), ('own', 'own'), ('off', 'off')], default=verification.vocabulary.KeyMap['STANDARD'], max_length=10),
        ),
        migrations.AddField(
            model_name='user',
            name='language',
            field=models.CharField(blank=True, default='', max_length=35),
        ),
        migrations.AddField(
            model_name='user',
            name='own_keys',
            field=models.JSONField(blank=True, default=dict, help_text='Action to key, where it is not the standard one'),
        ),
        migrations.AddField(
            model_name='user',
            name='theme',
            field=models.CharField(choices=[('system', 'system'), ('light', 'light'), ('dark', 'dark')], default=verification.vocabulary.Theme['SYSTEM'], max_length=10),
        ),
        migrations.AddField(
            model_name='user',
            name='time_zone',
            field=models.CharField(blank=True, default='', help_text='Of the IANA list', max_length=64),
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.CheckConstraint(condition=models.Q(('theme__in', ['system', 'light', 'dark']), ('theme__isnull', True), _connector='OR'), name='user_theme_is_in_the_vocabulary'),
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.CheckConstraint(condition=models.Q(('key_map__in', ['standard', 'own', 'off']), ('key_map__isnull', True), _connector='OR'), name='user_key_map_is_in_the_vocabulary'),
        ),
    ]
