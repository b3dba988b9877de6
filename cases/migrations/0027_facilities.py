"""Places get a public reference, by which a prison has a page; rows of cases say where somebody is held."""

import cases.models.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from cases.text.references import new_reference


def draw_references(apps, schema_editor):
    place = apps.get_model("cases", "Place")
    rows = [
        place(pk=pk, reference=new_reference("F"))
        for pk in place.objects.filter(reference="").values_list("pk", flat=True)
    ]
    place.objects.bulk_update(rows, ["reference"], batch_size=1_000)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0026_sums_trials_and_measures"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="place",
            name="added_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="place",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="place",
            name="deleted_delete",
        ),
        migrations.AddField(
            model_name="place",
            name="reference",
            field=cases.models.fields.ReferenceField(
                default="", editable=False, max_length=20, prefix="F", verbose_name="reference"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="placehistory",
            name="reference",
            field=cases.models.fields.ReferenceField(
                default="", editable=False, max_length=20, prefix="F", verbose_name="reference"
            ),
            preserve_default=False,
        ),
        migrations.RunPython(draw_references, migrations.RunPython.noop, elidable=True),
        migrations.AlterField(
            model_name="place",
            name="reference",
            field=cases.models.fields.ReferenceField(
                editable=False, max_length=20, prefix="F", unique=True, verbose_name="reference"
            ),
        ),
        migrations.AddField(
            model_name="publishedcase",
            name="held_at",
            field=models.TextField(default="", verbose_name="Held at"),
        ),
        migrations.AddField(
            model_name="publishedcase",
            name="held_at_as_of",
            field=models.TextField(default="", verbose_name="Held there as of"),
        ),
        migrations.AddField(
            model_name="publishedcase",
            name="held_at_reference",
            field=models.TextField(default="", verbose_name="Held at"),
        ),
        migrations.AddField(
            model_name="publishedcells",
            name="held_at",
            field=models.TextField(null=True, verbose_name="Held at"),
        ),
        migrations.AddField(
            model_name="publishedcells",
            name="held_at_as_of",
            field=models.TextField(null=True, verbose_name="Held there as of"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="place",
            trigger=pgtrigger.compiler.Trigger(
                name="added_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_placehistory" ("country", "facility", "id", "latitude", "locality", "longitude", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "reference", "region", "spellings") VALUES (NEW."country", NEW."facility", NEW."id", NEW."latitude", NEW."locality", NEW."longitude", NEW."name", _pgh_attach_context(), NOW(), \'added\', NEW."id", NEW."precision", NEW."reference", NEW."region", NEW."spellings"); RETURN NULL;',
                    hash="e8d1b76a17544ff337556fe24dc714cebf1af7da",
                    operation="INSERT",
                    pgid="pgtrigger_added_insert_51948",
                    table="cases_place",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="place",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_placehistory" ("country", "facility", "id", "latitude", "locality", "longitude", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "reference", "region", "spellings") VALUES (NEW."country", NEW."facility", NEW."id", NEW."latitude", NEW."locality", NEW."longitude", NEW."name", _pgh_attach_context(), NOW(), \'changed\', NEW."id", NEW."precision", NEW."reference", NEW."region", NEW."spellings"); RETURN NULL;',
                    hash="fcf50d3cbf3c8462470bb306b2b0713ddc976885",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_8d581",
                    table="cases_place",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="place",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_placehistory" ("country", "facility", "id", "latitude", "locality", "longitude", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "reference", "region", "spellings") VALUES (OLD."country", OLD."facility", OLD."id", OLD."latitude", OLD."locality", OLD."longitude", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."precision", OLD."reference", OLD."region", OLD."spellings"); RETURN NULL;',
                    hash="fc01eb2cb35897e79e3771f92780a136d67b17a1",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_bc734",
                    table="cases_place",
                    when="AFTER",
                ),
            ),
        ),
    ]
