"""Addresses of accounts, all under /admin/. Nobody signs up here, no mail is sent, nobody resets a password."""

from django.urls import path

from cases.admin.accounts import administrators, factors, second_factor

app_name = "account"

urlpatterns = [
    path("second-factor/", second_factor.ask, name="second_factor"),
    path("second-factor/set-up/", second_factor.set_up, name="set_up"),
    path("passkeys/options/", second_factor.passkey_options, name="passkey_options"),
    path("passkeys/new-options/", second_factor.new_passkey_options, name="new_passkey_options"),
    path("account/", factors.account, name="account"),
    path("account/roles/", factors.roles, name="roles"),
    path("account/app/", factors.new_app, name="new_app"),
    path("account/passkeys/", factors.new_passkey, name="new_passkey"),
    path("account/factors/<int:pk>/remove/", factors.remove_factor, name="remove_factor"),
    path("account/recovery-codes/", factors.new_codes, name="new_codes"),
    path("account/everybody/", administrators.all_sessions, name="all_sessions"),
    path("account/confirm/<int:pk>/", administrators.confirm_change, name="confirm_change"),
    path("account/sessions/end/", factors.end_own_sessions, name="end_own_sessions"),
]
