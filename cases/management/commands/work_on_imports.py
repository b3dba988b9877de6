import signal
import threading

from django.core.management.base import BaseCommand

from cases.imports.working import run


class Command(BaseCommand):
    help = "Check, import and undo the lists that wait for it, one after the other, until told to stop."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="end when nothing waits")

    def handle(self, *, once, **options):
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_given: stop.set())
        run(stop=stop, once=once)
