"""What readers send us: the one table the public side may write, and may not read.

`receiving.py` is the way in, and all the public side may import. What was sent stays on the desk's own database: it is
no part of any publication to other servers, and nothing in it says who sent it beyond what they typed.
"""
