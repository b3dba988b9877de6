"""The web server. gunicorn keeps the processes; in each of them waitress reads requests and sends answers in one loop,
and a thread is held only while an answer is being made.

What a connection may take is in `bounds.py`; `connection.py` is one of them, `server.py` keeps all of a process within
bounds, `worker.py` is the process.
"""
