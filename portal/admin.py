from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

from portal.models import User

# Groups are the three roles that a migration makes; who holds them is set on the account.
admin.site.register(User, UserAdmin)
